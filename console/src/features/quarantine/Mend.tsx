import { Button, Progress, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { documentOf, plans, savePlan } from '../../api/plans';
import { Problem } from '../../api/problem';
import { decideAgain, drop, trial, tryFix, type Fix, type Group } from '../../api/quality';
import { saveTransformations, transformations, type Changing, type Step } from '../../api/transformations';
import { useWords } from '../../i18n';
import { useFaults } from '../../ui/faults';
import { Card, Tag } from '../../ui/layout';
import { Failure, Loading } from '../../ui/states';
import { done } from '../../ui/toast';
import ui from '../../ui/ui.module.css';
import p from '../plans/plans.module.css';
import { planOf } from '../plans/held';
import { freeId } from '../transformations/steps';
import d from '../trust/trust.module.css';
import { mendings, seen } from './fixes';

const FixStep = lazy(() => import('./FixStep'));
const TriedList = lazy(() => import('../quality/TriedList'));

/** From a cause to its fix: a step or a plan is chosen, tried on the whole group, put in force, and the group is decided again. */
export function Mend({ group }: { group: Group }) {
  const { t, num } = useWords();
  const client = useQueryClient();
  const { data: changing } = useQuery(transformations);
  const { data: allPlans } = useQuery(plans);
  const held = planOf(group.source, allPlans ?? []);
  const samples = useMemo(() => (group.samples ?? []).flatMap(({ body }) => seen(body) ?? []), [group.samples]);
  const ways = useMemo(() => mendings(group, samples, held?.plan), [group, samples, held?.plan]);
  const [chosen, choose] = useState<string>('as_is');
  const [steps, setSteps] = useState<Record<string, Step>>({});
  const [reason, setReason] = useState('');
  const way = ways.find(({ id }) => id === chosen);
  const step = way?.kind === 'step' ? (steps[way.id] ?? way.step) : undefined;
  const draft: Changing | undefined = step && changing && withStep(changing, group, step, t(`mendings.${chosen}.name`));
  const plan = way?.kind === 'plan' ? way.plan : undefined;
  const fix: Fix = { ...(draft ? { transformations: draft } : {}), ...(plan ? { plan } : {}) };
  const wanted = JSON.stringify([chosen, fix]);

  const tried = useMutation({ mutationFn: (_wanted: string) => tryFix(group.id, fix) });
  // What was tried tells of what was written then, and of nothing else.
  const current = tried.variables === wanted;
  const { data: result } = useQuery(trial(current ? tried.data?.id : undefined));
  const renew = () => Promise.all(['quarantine-groups', 'quarantine-group', 'quarantine-repairs', 'quarantine', 'transformations', 'plans', 'plan'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  const released = useMutation({
    mutationFn: async (): Promise<unknown> => {
      const why = reason.trim() || t(`mendings.${chosen}.name`);
      if (draft && changing) await saveTransformations(changing.version, draft, why);
      if (plan && held) await savePlan(plan.id, held.plan.version, documentOf(plan), why);
      return decideAgain(group.id, why);
    },
    onSuccess: () => done(t('causes.released')),
    // What was saved is in force from then on, whether or not the group could be decided again at once.
    onSettled: async () => {
      choose('as_is');
      await renew();
    },
  });
  const wrong = tried.error instanceof Problem && current ? new Problem(tried.error.status, { code: tried.error.code, problems: tried.error.reasons.map((each) => ({ ...each, path: (each.path ?? '').replace(/^\/transformations\/transformations\/\d+\/steps\/0/, '/step') })) }) : undefined;
  const faults = useFaults(wrong);
  const accepted = result?.outcomes.accepted ?? 0;
  return (
    <Card title={t('causes.fix')} help={t('causes.mendMore')}>
      <div className={d.pad}>
        <div className={p.begin} role="group" aria-label={t('causes.fix')}>
          {[{ id: 'as_is', kind: 'none' }, ...ways].map(({ id, kind }) => (
            <button key={id} type="button" className={p.way} aria-pressed={chosen === id} onClick={() => choose(id)}>
              <b>{t(`mendings.${id}.name`)}</b>
              <span>{t(`mendings.${id}.what`)}</span>
              {kind !== 'none' && <span>{t(kind === 'plan' ? 'causes.byPlan' : 'causes.byStep')}</span>}
            </button>
          ))}
        </div>
        {step && way && (
          <Suspense fallback={<Loading rows={2} />}>
            <FixStep step={step} set={(next) => setSteps((old) => ({ ...old, [way.id]: next }))} tables={Object.keys(changing?.tables ?? {})} fault={faults.at} />
          </Suspense>
        )}
        {plan && held && (
          <p className="small">
            {t('causes.planChange', { name: held.plan.name, n: num(held.plan.version + 1) })}{' '}
            <Link to="/plans/$id/edit" params={{ id: plan.id }}>
              {t('causes.openPlan')}
            </Link>
          </p>
        )}
        <div className={d.buttons}>
          <Button variant="default" disabled={step !== undefined && !step.path.startsWith('/')} loading={tried.isPending || (current && result?.status === 'running')} onClick={() => tried.mutate(wanted)}>
            {t('causes.try')}
          </Button>
          <span className="small muted">{t('causes.tryHint', { n: num(group.open) })}</span>
        </div>
        <div aria-live="polite" style={{ display: 'grid', gap: 8 }}>
          {current && result && (
            <>
              {result.status === 'running' && <Progress value={result.total === 0 ? 100 : (100 * result.looked) / result.total} size="sm" aria-label={t('causes.try')} />}
              {result.status === 'failed' && <p className="small">{t('causes.failed')}</p>}
              {result.status === 'done' && (
                <div className={d.buttons}>
                  <Tag tone={accepted > 0 ? 'ok' : 'warn'}>{t('causes.outcome', { yes: num(accepted), no: num(result.outcomes.quarantined) })}</Tag>
                  {result.outcomes.dropped > 0 && <Tag tone="bad">{t('causes.wouldDrop', { n: num(result.outcomes.dropped) })}</Tag>}
                  {result.reasons.slice(0, 5).map(({ code, events }) => (
                    <span key={code} className="small muted">
                      {t(`reasons.${code}`, { defaultValue: code })} {num(events)}
                    </span>
                  ))}
                </div>
              )}
            </>
          )}
        </div>
        {tried.isError && current && <Failure problem={step ? faults.rest(['/step']) : tried.error} />}
      </div>
      {current && result?.status === 'done' && (
        <Suspense fallback={<Loading rows={2} />}>
          <TriedList samples={result.samples} label={t('causes.tried')} />
        </Suspense>
      )}
      {current && result?.status === 'done' && accepted > 0 && (
        <form
          className={`${d.pad} ${d.buttons}`}
          style={{ display: 'flex', alignItems: 'flex-end' }}
          onSubmit={(event) => {
            event.preventDefault();
            released.mutate();
          }}
        >
          <TextInput style={{ flex: '1 1 260px' }} label={t('reason')} description={t('causes.reasonHint')} value={reason} maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
          <Button type="submit" loading={released.isPending}>
            {t(way ? 'causes.saveAndRelease' : 'causes.release')}
          </Button>
        </form>
      )}
      {released.isError && <Failure problem={released.error} />}
      <Dropping group={group} renew={renew} />
    </Card>
  );
}

/** The transformations with one more, for the events of the group alone. */
function withStep(changing: Changing, group: Group, step: Step, name: string): Changing {
  const { transformations: all, tables } = changing;
  return { transformations: [...all, { id: freeId(all, `mend-${group.name}`), name: group.name ? `${name} · ${group.name}` : name, sources: [group.source], ...(group.name ? { events: [group.name] } : {}), steps: [step] }], ...(tables ? { tables } : {}) };
}

function Dropping({ group, renew }: { group: Group; renew: () => Promise<unknown> }) {
  const { t, num } = useWords();
  const [reason, setReason] = useState('');
  const dropped = useMutation({
    mutationFn: () => drop(group.id, reason.trim()),
    onSuccess: async () => {
      done(t('causes.dropped'));
      await renew();
    },
  });
  return (
    <details style={{ borderTop: '1px solid var(--line)' }}>
      <summary className={ui.row}>{t('causes.dropInstead')}</summary>
      <form
        className={`${d.pad} ${d.buttons}`}
        style={{ display: 'flex', alignItems: 'flex-end' }}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() !== '') dropped.mutate();
        }}
      >
        <TextInput style={{ flex: '1 1 260px' }} label={t('causes.why')} description={t('causes.dropHint')} value={reason} maxLength={1000} required onChange={(event) => setReason(event.currentTarget.value)} />
        <Button type="submit" className={d.danger} disabled={reason.trim() === ''} loading={dropped.isPending}>
          {t('causes.drop', { n: num(group.open) })}
        </Button>
      </form>
      {dropped.isError && <Failure problem={dropped.error} />}
    </details>
  );
}
