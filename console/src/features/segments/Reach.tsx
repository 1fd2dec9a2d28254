import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { purposes, reach, titled, type Reach } from '../../api/trust';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { Answered } from '../../ui/states';
import s from './segments.module.css';

const STEPS = ['matched', 'consented', 'reachable'] as const;

/** For what it is to be used. */
export function PurposePicker({ value, choose }: { value: string | undefined; choose: (purpose: string | undefined) => void }) {
  const { t, language } = useWords();
  const { data: known } = useQuery(purposes);
  const active = known?.filter(({ status }) => status === 'active') ?? [];
  const options = active.map(({ key }) => ({ value: key, label: titled(known, key, language) }));
  const missing = value !== undefined && known !== undefined && !options.some((each) => each.value === value) ? [{ value, label: value }] : [];
  return <NativeSelect size="sm" label={t('reach.purpose')} value={value ?? ''} data={[{ value: '', label: t('reach.none') }, ...missing, ...options]} onChange={(event) => choose(event.currentTarget.value || undefined)} />;
}

/** How many people each check leaves: who match, who agreed, whom a message finds. */
export function Waterfall({ reach: found }: { reach: Reach }) {
  const { t, num, share } = useWords();
  return (
    <ol className={s.steps}>
      {STEPS.map((step, i) => {
        const part = found.matched === 0 ? 0 : found[step] / found.matched;
        const lost = i === 0 ? 0 : found[STEPS[i - 1]!] - found[step];
        return (
          <li key={step}>
            <div className={s.stepHead}>
              {t(`reach.${step}`)}
              <b className="num">{t('people', { n: num(found[step]) })}</b>
            </div>
            <div className={s.bar} aria-hidden>
              <i style={{ width: `${100 * part}%` }} />
            </div>
            <p className="small muted num">{[share(part), lost > 0 ? t(`reach.lost.${step}`, { n: num(lost) }) : ''].filter((said) => said !== '').join(' · ')}</p>
          </li>
        );
      })}
    </ol>
  );
}

/** Whom a segment reaches for a purpose, just now. */
export function ReachCard({ segment, purpose, choose }: { segment: string; purpose: string | undefined; choose: (purpose: string | undefined) => void }) {
  const { t } = useWords();
  const found = useQuery(reach(segment, purpose));
  return (
    <Card title={t('reach.title')} help={t('reach.help')}>
      <div className={s.reach}>
        <PurposePicker value={purpose} choose={choose} />
        {purpose === undefined ? <p className="small muted">{t('reach.ask')}</p> : null}
      </div>
      {purpose !== undefined && (
        <Answered query={found} rows={3}>
          {(data) => <Waterfall reach={data} />}
        </Answered>
      )}
    </Card>
  );
}
