import { Link } from '@tanstack/react-router';
import type { Alert } from '../../api/measures';
import { useSourceName } from '../../api/sources';
import { useWords } from '../../i18n';
import { Tag } from '../../ui/layout';
import ui from '../../ui/ui.module.css';
import d from '../trust/trust.module.css';
import { useDelay } from './useDelay';

/** What became worse, each with what was seen and what is usual. */
export function AlertList({ all }: { all: Alert[] }) {
  const { t, num, share, moment } = useWords();
  const source = useSourceName();
  const delay = useDelay();
  const amount = ({ code }: Alert, of: number) => (code === 'drop' || code === 'surge' ? t('count', { n: num(of) }) : code === 'freshness' ? delay(of) : share(of));
  return (
    <ul>
      {all.map((alert) => (
        <li key={alert.number} className={d.item}>
          <div className={d.line}>
            <div className={d.what}>
              <div className={d.name}>{t(`measures.codes.${alert.code}`)}</div>
              <div className="small muted">
                {[source(alert.source), alert.event, alert.field].filter(Boolean).join(' · ')}
                {' · '}
                {alert.endedAt ? `${moment(alert.foundAt)} – ${moment(alert.endedAt)}` : t('measures.since', { time: moment(alert.foundAt) })}
              </div>
              <div className="small">{t('measures.seen', { observed: amount(alert, alert.observed), expected: amount(alert, alert.expected) })}</div>
            </div>
            <span className={d.side}>
              <Tag tone={alert.endedAt ? 'ok' : 'warn'}>{t(alert.endedAt ? 'measures.over' : 'measures.lasts')}</Tag>
              <Link className={`${ui.chip} ${d.link}`} to="/quality/$id" params={{ id: alert.source }} search={alert.event ? { event: alert.event, field: alert.field } : {}} aria-label={`${t(`measures.codes.${alert.code}`)}: ${t('measures.look')}`}>
                <span>{t('measures.look')}</span>
              </Link>
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
