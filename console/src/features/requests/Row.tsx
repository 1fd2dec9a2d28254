import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RightsRequest } from '../../api/rights';
import { useWords } from '../../i18n';
import { Tag, type Tone } from '../../ui/layout';
import { short } from '../erasure/standing';
import d from '../trust/trust.module.css';

const TONES: Record<RightsRequest['state'], Tone> = { open: 'warn', verified: 'sky', done: 'ok', refused: 'plum' };

/** Whether somebody has yet to answer it. */
export const waits = ({ state }: Pick<RightsRequest, 'state'>) => state === 'open' || state === 'verified';

/** A request in a list. @param side what can be done @param children what stands below it */
export function Row({ request, title, about, side, children }: { request: RightsRequest; title: string; about?: ReactNode; side?: ReactNode; children?: ReactNode }) {
  const { t, date, ago } = useWords();
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <div className={d.name}>
            {title} <span className="small muted">{request.id}</span>
          </div>
          <div className="small muted">
            {t('requests.received', { time: date(request.receivedAt), law: t(`requests.laws.${request.law}`) })}
            {request.subject ? <span className="mono"> · {short(request.subject)}</span> : ` · ${t('requests.nobody')}`}
          </div>
          {about}
          {request.identityNote && <div className="small">{t('requests.identity', { note: request.identityNote })}</div>}
          {request.outcome && <div className="small">{t('requests.outcome', { note: request.outcome })}</div>}
          {request.erasure && (
            <Link className="small" to="/erasures/$id" params={{ id: request.erasure }}>
              {t('erasures.one', { id: request.erasure })}
            </Link>
          )}
        </div>
        <span className={d.side} style={{ flexWrap: 'wrap' }}>
          {waits(request) ? <Tag tone={request.overdue ? 'bad' : 'sky'}>{request.overdue ? t('requests.overdue', { time: date(request.dueAt) }) : t('requests.due', { time: date(request.dueAt), ago: ago(request.dueAt) })}</Tag> : request.closedAt && <span className="small muted">{date(request.closedAt)}</span>}
          <Tag tone={TONES[request.state]}>{t(`requests.states.${request.state}`)}</Tag>
          {side}
        </span>
      </div>
      {children}
    </li>
  );
}
