import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { purpose, titled, type Purpose } from '../../api/trust';
import { useWords } from '../../i18n';
import { Card, Tag, useTitle } from '../../ui/layout';
import { Answered } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { changed, languageName } from '../trust/names';
import d from '../trust/trust.module.css';
import { useTerms } from './terms';

/** One purpose: its ground, its words in every language, and every version that there was. */
export function PurposePage() {
  const { key } = useParams({ from: '/signed-in/purposes/$key' });
  const { t, language } = useWords();
  const found = useQuery(purpose(key));
  useTitle(found.data ? titled([found.data], key, language) : t('purpose.title'));
  return (
    <div className={ui.page}>
      <Answered query={found} rows={8}>
        {(data) => <Body purpose={data} />}
      </Answered>
    </div>
  );
}

function Body({ purpose: one }: { purpose: Purpose & { versions: Purpose[] } }) {
  const { t, num, language } = useWords();
  return (
    <>
      <div className={ui.head}>
        <div style={{ minWidth: 0 }}>
          <p className={ui.lead}>
            <Link to="/purposes">{t('purpose.title')}</Link>
          </p>
          <h1 className={ui.title}>{titled([one], one.key, language)}</h1>
          <div className={d.buttons}>
            <Tag tone={one.status === 'active' ? 'ok' : 'sky'}>{t(`purpose.states.${one.status}`)}</Tag>
            <Tag tone="accent">{t('purpose.version', { n: num(one.version) })}</Tag>
            <span className="mono muted">{one.key}</span>
          </div>
        </div>
        <div className={ui.acts}>
          <Link className={d.make} to="/purposes/$key/edit" params={{ key: one.key }}>
            <IconPencil size={15} aria-hidden />
            {t('purpose.edit')}
          </Link>
        </div>
      </div>
      <div className={d.two}>
        <div className={d.stack}>
          <Words of={one} />
          <Versions versions={one.versions} />
        </div>
        <Facts of={one} />
      </div>
    </>
  );
}

function Facts({ of: one }: { of: Purpose }) {
  const { t } = useWords();
  const terms = useTerms();
  const rows: [string, string][] = [
    ['basis', t(`bases.${one.basis}`)],
    ['channel', t(`reaches.${one.channel}`)],
    ['age', terms.age(one)],
    ['recipients', one.recipients.join(', ') || t('purpose.nobody')],
    ['retention', terms.retention(one)],
    ['consent', terms.consent(one)],
    ['aliases', one.aliases.join(', ') || '–'],
  ];
  return (
    <Card title={t('purpose.facts')} help={t('purpose.factsHelp')}>
      <dl className={`${d.facts} ${d.pad}`} style={{ gap: '6px 14px' }}>
        {rows.map(([row, value]) => (
          <div key={row} style={{ display: 'contents' }}>
            <dt>{t(`purpose.${row}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** The words that people are shown, as this version has them. */
function Words({ of: one }: { of: Purpose }) {
  const { t, language } = useWords();
  return (
    <Card title={t('purpose.words')} help={t('purpose.wordsHelp')}>
      {Object.keys(one.titles).toSorted((a, b) => Number(b === language) - Number(a === language)).map((each) => (
        <section key={each} className={d.textOf} aria-label={languageName(each, language)}>
          <h3 className="small muted">{languageName(each, language)}</h3>
          <div lang={each}>
            <b>{one.titles[each]}</b>
            <p>{one.texts[each]}</p>
          </div>
          <h4 className="small muted">{t('purpose.withdrawal')}</h4>
          <p lang={each}>{one.withdrawals[each]}</p>
          <p className={d.hash}>
            <span className="visually-hidden">{t('ledger.fields.wordsHash')} </span>
            {one.textHashes[each]}
          </p>
        </section>
      ))}
    </Card>
  );
}

function Versions({ versions }: { versions: Purpose[] }) {
  const { t, num, moment } = useWords();
  const [open, setOpen] = useState<number>();
  return (
    <Card title={t('purpose.versions')} help={t('purpose.versionsHelp')}>
      <ul>
        {versions.map((version, i) => {
          const before = versions[i + 1];
          const fields = before ? changed(before, version) : [];
          return (
            <li key={version.version} className={d.item}>
              <div className={d.line}>
                <div className={d.what}>
                  <div className={d.name}>{t('purpose.version', { n: num(version.version) })}</div>
                  <div className="small muted">{[moment(version.savedAt), version.author].filter(Boolean).join(' · ')}</div>
                  {version.reason && <div className="small">{version.reason}</div>}
                  <div className="small muted">{before ? t('purpose.changed', { list: fields.map((field) => t(`purpose.fields.${field}`)).join(', ') }) : t('purpose.first')}</div>
                </div>
                <span className={d.side}>
                  <button type="button" className={ui.textButton} aria-expanded={open === version.version} aria-label={`${t('purpose.version', { n: num(version.version) })}: ${t('purpose.look')}`} onClick={() => setOpen(open === version.version ? undefined : version.version)}>
                    {t('purpose.look')}
                  </button>
                </span>
              </div>
              {open === version.version && (
                <div className={d.detail}>
                  <Facts of={version} />
                  <Words of={version} />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
