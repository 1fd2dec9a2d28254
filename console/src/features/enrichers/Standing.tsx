import type { Standing as Stands } from '../../api/enrichers';
import { useWords } from '../../i18n';
import { Card, Figure, Figures, Tag, type Tone } from '../../ui/layout';
import d from '../trust/trust.module.css';
import p from '../plans/plans.module.css';

const TONES: Record<NonNullable<Stands['state']>, Tone> = { draft: 'sky', paused: 'warn', running: 'ok', held: 'warn', circuit_open: 'bad', blocked: 'bad' };

/** How it stands, in a word. */
export function State({ of }: { of: Stands | undefined }) {
  const { t } = useWords();
  return of?.state ? <Tag tone={TONES[of.state]}>{t(`enrichers.states.${of.state}`)}</Tag> : null;
}

/** How it goes: what waits, what came, what nobody was asked about and why, and what went wrong last. */
export function Standing({ of }: { of: Stands }) {
  const { t, num, moment } = useWords();
  const skipped = Object.entries(of.skipped ?? {});
  const more = of.blocked ?? of.circuitOpenUntil ?? of.heldUntil ?? of.lastError ?? skipped[0];
  return (
    <>
      <Figures>
        <Figure label={t('enrichers.waiting')} value={num((of.waiting ?? 0) + (of.again ?? 0))} help={t('enrichers.waitingHelp')} note={of.lag ? t('enrichers.lag', { n: num(of.lag) }) : undefined} />
        <Figure label={t('enrichers.asked')} value={num(of.asked ?? 0)} help={t('enrichers.askedHelp')} note={t('enrichers.remembered', { n: num(of.remembered ?? 0) })} />
        <Figure label={t('enrichers.enriched')} value={num(of.enriched ?? 0)} help={t('enrichers.enrichedHelp')} note={t('enrichers.nothing', { n: num(of.nothing ?? 0) })} />
        <Figure label={t('enrichers.givenUp')} value={num(of.failures ?? 0)} help={t('enrichers.givenUpHelp')} />
      </Figures>
      {more && (
        <Card title={t('enrichers.standing')} help={t('enrichers.standingHelp')} side={<State of={of} />}>
          <div className={d.pad}>
        {of.blocked && <p className={p.fault} role="alert">{t(`enrichers.refusals.${of.blocked}`)}</p>}
        {of.circuitOpenUntil && <p className={p.fault} role="alert">{t('enrichers.circuitOpen', { time: moment(of.circuitOpenUntil) })}</p>}
        {of.heldUntil && <p className="small">{t('enrichers.held', { time: moment(of.heldUntil) })}</p>}
        {of.lastError && (
          <p className="small">
            {t('enrichers.lastError', { what: t(`enrichers.causes.${of.lastError.code}`, { defaultValue: of.lastError.code }), time: moment(of.lastError.at) })}
            {of.lastError.status ? ` · HTTP ${of.lastError.status}` : ''}
          </p>
        )}
        {skipped.length > 0 && (
          <dl className={d.facts} aria-label={t('enrichers.skipped')}>
            {skipped.map(([reason, count]) => (
              <div key={reason} style={{ display: 'contents' }}>
                <dt>{t(`enrichers.refusals.${reason}`, { defaultValue: reason })}</dt>
                <dd className="num">{num(count)}</dd>
              </div>
            ))}
          </dl>
        )}
          </div>
        </Card>
      )}
    </>
  );
}
