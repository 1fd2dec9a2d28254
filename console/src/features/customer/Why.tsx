import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { Identifier } from '../../api/people';
import { useSourceName } from '../../api/sources';
import { useWords } from '../../i18n';
import { IdentifierIcon, useTypeName } from '../../ui/Identifier';
import { Tag } from '../../ui/layout';
import { Stations } from '../../ui/Stations';
import s from './customer.module.css';

type Evidence = { rank: number; time: string; messageId: string; source?: string; count: number; firstSeen: string; lastSeen: string };
type Link = { between: Identifier[]; rule: string; evidence: Evidence; stewards?: { id: string; author: string; at: string; reason: string }[] };

/** One link in a sentence; opened, everything that speaks for it. */
export function Why({ link, chosen, choose }: { link: Link; chosen: boolean; choose: () => void }) {
  const { t, num, moment } = useWords();
  const source = useSourceName();
  const type = useTypeName();
  const [a, b] = link.between as [Identifier, Identifier];
  const { evidence } = link;
  const Arrow = chosen ? IconChevronDown : IconChevronRight;
  return (
    <>
      <button type="button" className={s.event} style={{ gridTemplateColumns: '20px minmax(0, 1fr) auto' }} aria-expanded={chosen} onClick={choose}>
        <Arrow size={16} aria-hidden />
        <span>
          <span className={s.eventName}>
            <IdentifierIcon type={a.type} size={13} /> {a.value} <span className="muted">—</span> <IdentifierIcon type={b.type} size={13} /> {b.value}
          </span>
          <span className={s.eventAbout} style={{ display: 'block' }}>
            {t(`rules.${link.rule}`, { n: num(evidence.count), a: type(a.type), b: type(b.type) })}
          </span>
        </span>
        <Tag tone={link.rule === 'steward' ? 'plum' : evidence.rank === 1 ? 'ok' : 'sky'}>{t(`ranks.${evidence.rank}`)}</Tag>
      </button>
      {chosen && (
        <div className={s.detail}>
          <dl className={s.facts}>
            <dt>{t('identity.best')}</dt>
            <dd>
              {moment(evidence.time)}
              {evidence.source ? ` · ${source(evidence.source)}` : ''}
            </dd>
            <dt>{t('identity.howOften')}</dt>
            <dd>
              {t('count', { n: num(evidence.count) })} · {moment(evidence.firstSeen)} – {moment(evidence.lastSeen)}
            </dd>
            {link.stewards?.map((steward) => (
              <div key={steward.id} style={{ display: 'contents' }}>
                <dt>{t('identity.said', { name: steward.author })}</dt>
                <dd>
                  {steward.reason} · {moment(steward.at)}
                </dd>
              </div>
            ))}
            <dt>{t('event.id')}</dt>
            <dd className="mono">{evidence.messageId}</dd>
          </dl>
          {evidence.source && <Stations messageId={evidence.messageId} source={evidence.source} />}
        </div>
      )}
    </>
  );
}
