import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Person, Trait } from '../../api/people';
import { useSourceName } from '../../api/sources';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { Empty } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import s from './customer.module.css';

export const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The sources that say the same as the one that was believed. */
const agreeing = (trait: Trait) => [...new Set(trait.others.filter((other) => written(other.value) === written(trait.value)).map((other) => other.source))].filter((id) => id !== trait.source);

/** Everything that is known, with who said it and when, and what others said. */
export function Traits({ person }: { person: Person }) {
  const { t, moment, num } = useWords();
  const source = useSourceName();
  const [filter, setFilter] = useState('');
  const all = Object.entries(person.traits).sort(([a], [b]) => a.localeCompare(b));
  const label = (name: string) => t(`traits.${name}`, { defaultValue: name });
  const wanted = filter.trim().toLowerCase();
  const shown = all.filter(([name, trait]) => wanted === '' || `${name} ${label(name)} ${written(trait.value)}`.toLowerCase().includes(wanted));
  return (
    <Card
      title={t('customer.tab.traits')}
      help={t('customer.traitsHelp')}
      side={<TextInput size="xs" value={filter} onChange={(event) => setFilter(event.currentTarget.value)} placeholder={t('customer.findTrait')} aria-label={t('customer.findTrait')} />}
    >
      {all.length === 0 ? (
        <Empty title={t('customer.noTraits')} text={t('customer.noTraitsMore')} />
      ) : (
        <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('customer.tab.traits')}>
          <table className={ui.table}>
            <thead>
              <tr>
                <th scope="col">{t('customer.trait')}</th>
                <th scope="col">{t('customer.value')}</th>
                <th scope="col">{t('customer.source')}</th>
                <th scope="col">{t('customer.time')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(([name, trait]) => (
                <tr key={name}>
                  <th scope="row">
                    {label(name)}
                    {label(name) !== name && <div className="mono muted">{name}</div>}
                  </th>
                  <td>
                    <div className={s.value}>{written(trait.value)}</div>
                    {agreeing(trait).length > 0 && <div className={s.losing}>{t('customer.alsoSaid', { who: agreeing(trait).map(source).join(', ') })}</div>}
                    {trait.others.filter((other) => written(other.value) !== written(trait.value)).map((other) => (
                      <div key={`${other.source} ${other.messageId}`} className={s.losing}>
                        <span className="visually-hidden">{t('customer.losing')} </span>
                        <s>{written(other.value)}</s> · {source(other.source)} · {moment(other.time)}
                      </div>
                    ))}
                    {trait.more ? <div className={s.losing}>{t('customer.moreValues', { n: num(trait.more) })}</div> : null}
                  </td>
                  <td>
                    {source(trait.source)}
                    <div className="small muted">{t(`party.${trait.party}`)}</div>
                  </td>
                  <td className="num">{moment(trait.time)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
