import { useWords } from '../../i18n';
import d from '../trust/trust.module.css';
import { taken } from './model';

const MOST = 20;

/** What a run takes away, or would: events by name, traits by name, and what the law keeps. */
export function DueList({ due, label }: { due: { events: Record<string, number>; traits: Record<string, number>; keptByLaw: number; whole?: boolean }; label: string }) {
  const { t, num } = useWords();
  const sums = taken(due);
  const rows = [...Object.entries(due.events).map(([name, n]) => ({ key: `e ${name}`, name, said: t('keeping.events', { n: num(n) }), n })), ...Object.entries(due.traits).map(([name, n]) => ({ key: `t ${name}`, name, said: t('keeping.traits', { n: num(n) }), n }))].toSorted((a, b) => b.n - a.n);
  return (
    <div aria-label={label} role="group">
      <p className="small">{rows.length === 0 ? t('keeping.nothingDue') : t('keeping.sums', { events: num(sums.events), traits: num(sums.traits) })}</p>
      {rows.length > 0 && (
        <dl className={d.facts} style={{ marginTop: 6 }}>
          {rows.slice(0, MOST).map(({ key, name, said }) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd className="num">{said}</dd>
            </div>
          ))}
        </dl>
      )}
      {rows.length > MOST && <p className="small muted">{t('keeping.moreNames', { n: num(rows.length - MOST) })}</p>}
      {due.keptByLaw > 0 && <p className="small muted">{t('keeping.byLaw', { n: num(due.keptByLaw) })}</p>}
      {due.whole === false && <p className="small muted">{t('keeping.atLeast')}</p>}
    </div>
  );
}
