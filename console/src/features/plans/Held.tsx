import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { tryPlan, type PlanDocument, type Tried } from '../../api/plans';
import { sources as allSources } from '../../api/sources';
import { useWords } from '../../i18n';
import { Card, Tag, type Tone } from '../../ui/layout';
import { Failure } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { noted } from '../quality/changes';
import d from '../trust/trust.module.css';

type Outcome = 'clean' | 'noted' | 'omitted' | 'quarantined' | 'dropped';
const TONES: Record<Outcome, Tone> = { clean: 'ok', noted: 'sky', omitted: 'sky', quarantined: 'warn', dropped: 'bad' };

function outcome(tried: Tried): Outcome {
  if (tried.outcome !== 'accepted') return tried.outcome;
  const { violations, omitted } = noted(tried.after);
  return omitted.length > 0 ? 'omitted' : violations.length > 0 ? 'noted' : 'clean';
}

const reasonsOf = (tried: Tried) => (tried.outcome === 'accepted' ? noted(tried.after).violations : tried.reasons).filter(({ code }) => code !== 'blocked_by_plan');

/** What the plan, saved or not, makes of the latest events; nothing changes. */
export default function Held({ id, document, sources }: { id: string; document: PlanDocument; sources: string[] }) {
  const { t, num } = useWords();
  const { data: known = [] } = useQuery(allSources);
  const [chosen, choose] = useState<string>();
  const named = sources.filter((each) => each !== '*');
  const mine = sources.includes('*') ? known : known.filter(({ id: each }) => named.includes(each));
  const source = chosen ?? mine[0]?.id;
  const trying = useMutation({ mutationFn: () => tryPlan(id, document, source) });
  const samples = trying.data?.samples ?? [];
  const counts = new Map<Outcome, number>();
  const broken = new Map<string, { code: string; path: string; name: string; found: string; events: number }>();
  for (const each of samples) {
    counts.set(outcome(each), (counts.get(outcome(each)) ?? 0) + 1);
    for (const { code, path, found } of reasonsOf(each)) {
      const place = path.replaceAll(/\/\d+(?=\/|$)/g, '/*');
      const key = `${each.name} ${code} ${place}`;
      broken.set(key, { code, path: place, name: each.name ?? '', found, events: (broken.get(key)?.events ?? 0) + 1 });
    }
  }
  const worst = [...broken.values()].toSorted((a, b) => b.events - a.events).slice(0, 12);
  return (
    <Card title={t('plans.try')} help={t('plans.tryHelp')}>
      <div className={d.pad} aria-live="polite">
        {mine.length === 0 ? (
          <p className="small muted">{t('plans.tryNobody')}</p>
        ) : (
          <div className={d.buttons} style={{ alignItems: 'flex-end' }}>
            <NativeSelect size="xs" label={t('event.source')} value={source ?? ''} data={mine.map(({ id: value, name: label }) => ({ value, label }))} onChange={(event) => choose(event.currentTarget.value)} />
            <Button size="xs" variant="default" loading={trying.isPending} onClick={() => trying.mutate()}>
              {t('plans.tryNow')}
            </Button>
          </div>
        )}
        {trying.isError && <Failure problem={trying.error} />}
        {trying.isSuccess && samples.length === 0 && <p className="small muted">{t('plans.tryNone')}</p>}
        {samples.length > 0 && (
          <div className={d.buttons}>
            {(['clean', 'noted', 'omitted', 'quarantined', 'dropped'] as const)
              .filter((each) => counts.has(each))
              .map((each) => (
                <Tag key={each} tone={TONES[each]}>
                  {t(`plans.outcomes.${each}`)} {num(counts.get(each)!)}
                </Tag>
              ))}
          </div>
        )}
      </div>
      {worst.length > 0 && (
        <ul>
          {worst.map((each) => (
            <li key={`${each.name} ${each.code} ${each.path}`} className={d.item}>
              <div className={d.line}>
                <div className={d.what}>
                  <div className={d.name}>{t(`reasons.${each.code}`, { defaultValue: each.code })}</div>
                  <div className="small muted">
                    {each.name} <span className="mono">{each.path}</span> {each.found && `“${each.found}”`}
                  </div>
                </div>
                <span className={`${ui.end} small num`}>{t('count', { n: num(each.events) })}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
