import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { ACTIONS, type Action, type Plan, type Policy } from '../../api/plans';
import { sources } from '../../api/sources';
import { useWords } from '../../i18n';
import d from '../trust/trust.module.css';
import { useNames } from './useNames';
import s from './plans.module.css';

const CASES = ['unplannedEvents', 'unplannedProperties', 'violations'] as const;

/** For which sources the plan holds, and what becomes of what it does not expect. */
export function Policies({ policies, plans, set, fault }: { policies: Policy[]; plans: Plan[]; set: (policies: Policy[]) => void; fault: (path: string) => string | undefined }) {
  const { t } = useWords();
  const names = useNames();
  const { data: known = [] } = useQuery(sources);
  const taken = new Map(plans.flatMap((plan) => (plan.sources ?? []).map(({ source }) => [source, plan.name ?? plan.id] as const)));
  const all = ['*', ...known.map(({ id }) => id)];
  const free = all.filter((id) => !policies.some(({ source }) => source === id));
  const label = (id: string) => (taken.has(id) ? t('plans.takenBy', { source: names.source(id), plan: taken.get(id) }) : names.source(id));
  const put = (i: number, next: Policy) => set(policies.map((each, at) => (at === i ? next : each)));
  const next = free.find((id) => id !== '*' && !taken.has(id)) ?? free.find((id) => !taken.has(id)) ?? free[0];
  return (
    <>
      {policies.length === 0 && <p className={`${d.pad} small muted`}>{t('plans.unusedMore')}</p>}
      {policies.map((policy, i) => (
        <fieldset key={policy.source} className={s.policy} style={{ border: 0, borderBottom: '1px solid var(--line)', margin: 0, minWidth: 0 }}>
          <legend className="visually-hidden">{names.source(policy.source)}</legend>
          <NativeSelect size="xs" label={t('event.source')} value={policy.source} data={[policy.source, ...free].map((value) => ({ value, label: label(value) }))} onChange={(event) => put(i, { ...policy, source: event.currentTarget.value })} error={fault(`/sources/${i}/source`)} />
          {CASES.map((field) => (
            <NativeSelect key={field} size="xs" label={t(`plans.${field}`)} value={policy[field] ?? 'allow'} data={ACTIONS.map((value) => ({ value, label: t(`actions.${value}`) }))} onChange={(event) => put(i, { ...policy, [field]: event.currentTarget.value as Action })} error={fault(`/sources/${i}/${field}`)} />
          ))}
          <Button size="xs" variant="subtle" color="gray" aria-label={t('plans.dropSource', { name: names.source(policy.source) })} onClick={() => set(policies.filter((_, at) => at !== i))}>
            <IconTrash size={15} aria-hidden />
          </Button>
        </fieldset>
      ))}
      <div className={d.pad}>
        <div>
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} disabled={next === undefined} onClick={() => next && set([...policies, { source: next, unplannedEvents: 'allow', unplannedProperties: 'allow', violations: 'allow' }])}>
            {t('plans.addSource')}
          </Button>
        </div>
        <p className="small muted">{t('plans.actionsHint')}</p>
      </div>
    </>
  );
}
