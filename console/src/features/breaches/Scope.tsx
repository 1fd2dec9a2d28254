import type { Outflow } from '../../api/incidents';
import { useWords } from '../../i18n';
import { Figure, Figures } from '../../ui/layout';
import d from '../trust/trust.module.css';

const MOST = 30;

/** Whose data got out, which, and since when. */
export function Scope({ found }: { found: Pick<Outflow, 'people' | 'events' | 'fields' | 'first' | 'latest'> }) {
  const { t, num, moment } = useWords();
  const events = Object.entries(found.events).toSorted(([, a], [, b]) => b - a);
  return (
    <div className={d.stack}>
      <Figures>
        <Figure label={t('breaches.people')} value={t('people', { n: num(found.people) })} help={t('breaches.peopleHelp')} />
        <Figure label={t('breaches.events')} value={t('count', { n: num(events.reduce((all, [, n]) => all + n, 0)) })} help={t('breaches.eventsHelp')} />
        {found.first && <Figure label={t('breaches.span')} value={<span className="small">{moment(found.first)}</span>} help={t('breaches.spanHelp')} note={found.latest && `– ${moment(found.latest)}`} />}
      </Figures>
      <dl className={d.facts}>
        <dt>{t('breaches.fields')}</dt>
        <dd className="mono">{found.fields.length === 0 ? '–' : found.fields.join(', ')}</dd>
        {events.length > 0 && (
          <>
            <dt>{t('breaches.names')}</dt>
            <dd>
              {events.slice(0, MOST).map(([name, n]) => `${name} ${num(n)}`).join(', ')}
              {events.length > MOST && ` +${num(events.length - MOST)}`}
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}
