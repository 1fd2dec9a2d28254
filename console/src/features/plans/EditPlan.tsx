import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { breaksOf, documentOf, idOf, models, plan, plans, planVersion, savePlan, type Plan, type PlanBreak, type PlanDocument } from '../../api/plans';
import { useWords } from '../../i18n';
import { useFaults } from '../../ui/faults';
import { Card, useTitle } from '../../ui/layout';
import { Answered, Failure, Loading } from '../../ui/states';
import { done } from '../../ui/toast';
import { UndoButtons } from '../../ui/UndoButtons';
import { useDraft } from '../../ui/useDraft';
import ui from '../../ui/ui.module.css';
import { Breaks } from '../quality/Breaks';
import d from '../trust/trust.module.css';
import { JsonField } from './JsonField';
import { Policies } from './Policies';
import { RulesEditor } from './RulesEditor';
import s from './plans.module.css';

const Held = lazy(() => import('./Held'));

/** The next version of a plan; begun with an older one where that was asked for. */
export function EditPlanPage() {
  const { id } = useParams({ from: '/signed-in/plans/$id/edit' });
  const { version } = useSearch({ from: '/signed-in/plans/$id/edit' });
  // What somebody else saves meanwhile does not change what is being written.
  const kept = { refetchOnWindowFocus: false, staleTime: Infinity, gcTime: 0 };
  const found = useQuery({ ...plan(id), ...kept });
  const older = useQuery({ ...planVersion(id, version ?? 0), ...kept, enabled: version !== undefined });
  return (
    <Answered query={found} rows={8}>
      {(data) => (version === undefined ? <Editor key={id} saved={data} initial={documentOf(data)} /> : <Answered query={older}>{(from) => <Editor key={`${id} ${version}`} saved={data} initial={documentOf(from)} />}</Answered>)}
    </Answered>
  );
}

const FIELDS = ['/name', '/description', '/rules', '/sources', '/models', '/common', '/formats', '/reason'];

/** @param initial where a new plan begins, or the version that is changed */
export function Editor({ saved, initial }: { saved?: Plan; initial: PlanDocument }) {
  const { t, num } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const draft = useDraft<PlanDocument>(() => initial);
  const { now, set, rest } = draft;
  const [reason, setReason] = useState('');
  const [trying, tryOut] = useState(false);
  const { data: known = [] } = useQuery(plans);
  const title = saved ? t('plans.editing', { name: saved.name ?? saved.id }) : t('plans.make');
  useTitle(title);
  const id = saved?.id ?? idOf(now.name ?? '', known.map((each) => each.id));
  const [seen, see] = useState<{ of: PlanDocument; breaks: PlanBreak[] }>();
  const broken = seen?.of === now ? seen.breaks : [];
  const saving = useMutation({
    // Before it is saved, whoever saves it has seen what it breaks.
    mutationFn: async () => {
      const breaks = saved && broken.length === 0 ? await breaksOf(id, now) : [];
      if (breaks.length > 0) see({ of: now, breaks });
      return breaks.length > 0 ? undefined : savePlan(id, saved?.version ?? 0, now, reason.trim());
    },
    onSuccess: async (answer) => {
      if (!answer) return;
      await Promise.all([client.invalidateQueries({ queryKey: ['plans'] }), client.invalidateQueries({ queryKey: ['plan', id] })]);
      done(t('plans.saved', { n: num(answer.version) }));
      await navigate({ to: '/plans/$id', params: { id } });
    },
  });
  const faults = useFaults(saving.error);
  const change = (part: Partial<PlanDocument>, tag?: string) => set((old) => ({ ...old, ...part }), tag);
  return (
    <div className={ui.page}>
      <div className={ui.head}>
        <div style={{ minWidth: 0, flex: '1 1 320px' }}>
          <p className={s.crumb}>
            <Link to="/plans">{t('plans.title')}</Link>
          </p>
          <h1 className="visually-hidden">{title}</h1>
          <input className={s.name} value={now.name ?? ''} aria-label={t('plans.name')} placeholder={t('plans.nameHint')} maxLength={200} aria-invalid={faults.at('/name') !== undefined} onChange={(event) => change({ name: event.currentTarget.value }, 'name')} onBlur={rest} />
          {faults.at('/name') && <p className={s.fault}>{faults.at('/name')}</p>}
        </div>
        <div className={ui.acts}>
          <UndoButtons draft={draft} />
        </div>
      </div>
      <Card title={t('plans.rules')} help={t('plans.rulesHelp')} side={t('plans.ruleCount', { n: num(now.rules?.length ?? 0) })}>
        <RulesEditor rules={now.rules ?? []} set={(step, tag) => set((old) => ({ ...old, rules: step(old.rules ?? []) }), tag)} rest={rest} fault={faults.at} />
      </Card>
      <Card title={t('plans.policies')} help={t('plans.policiesHelp')}>
        <Policies policies={now.sources ?? []} plans={known.filter((each) => each.id !== id)} set={(sources) => change({ sources })} fault={faults.at} />
      </Card>
      <div className={d.two}>
        <div className={d.stack}>
          <Models chosen={now.models ?? []} set={(chosen) => change({ models: chosen })} fault={faults.at('/models')} />
          <Card title={t('plans.common')} help={t('plans.commonHelp')}>
            <div className={d.pad}>
              <JsonField label={t('plans.commonLabel')} description={t('plans.commonHint')} value={now.common} empty set={(common) => change({ common })} error={faults.at('/common')} />
            </div>
          </Card>
        </div>
        <Card title={t('plans.about')}>
          <div className={d.form}>
            <Textarea label={t('plans.description')} value={now.description ?? ''} autosize minRows={2} maxRows={6} onChange={(event) => change({ description: event.currentTarget.value }, 'description')} onBlur={rest} error={faults.at('/description')} />
            <Checkbox size="sm" label={t('plans.formats')} description={t('plans.formatsHint')} checked={now.formats === 'refuse'} onChange={(event) => change({ formats: event.currentTarget.checked ? 'refuse' : 'tell' })} error={faults.at('/formats')} />
          </div>
        </Card>
      </div>
      {trying ? (
        <Suspense fallback={<Loading rows={2} />}>
          <Held id={id} document={now} sources={(now.sources ?? []).map(({ source }) => source)} />
        </Suspense>
      ) : (
        <div>
          <Button variant="default" onClick={() => tryOut(true)}>
            {t('plans.try')}
          </Button>
        </div>
      )}
      <Card title={t('drafts.saving')}>
        <form
          className={d.form}
          onSubmit={(event) => {
            event.preventDefault();
            saving.mutate();
          }}
        >
          <TextInput label={t('reason')} description={t('plans.reasonHint')} value={reason} maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} error={faults.at('/reason')} />
          {saving.isError && <Failure problem={faults.rest(FIELDS)} />}
          <Breaks plan={broken} />
          <div className={d.buttons}>
            <Button type="submit" loading={saving.isPending} disabled={(now.name ?? '').trim() === ''}>
              {broken.length > 0 ? t('breaks.anyway') : saved ? t('drafts.save', { n: num(saved.version + 1) }) : t('plans.saveNew')}
            </Button>
            {saved ? (
              <Link to="/plans/$id" params={{ id: saved.id }}>
                {t('cancel')}
              </Link>
            ) : (
              <Link to="/plans">{t('cancel')}</Link>
            )}
            <span className="small muted">{t('drafts.saveHint')}</span>
          </div>
        </form>
      </Card>
    </div>
  );
}

/** Ready-made rules; the plan's own stand before them. */
function Models({ chosen, set, fault }: { chosen: string[]; set: (chosen: string[]) => void; fault: string | undefined }) {
  const { t, num } = useWords();
  const found = useQuery(models);
  return (
    <Card title={t('plans.models')} help={t('plans.modelsHelp')}>
      <Answered query={found} rows={2}>
        {(all) => (
          <div className={d.pad}>
            {all.map(({ id, name, description = '', rules }) => (
              <Checkbox
                key={id}
                size="sm"
                label={`${t(`planModels.${id}.name`, { defaultValue: name })} · ${t('plans.ruleCount', { n: num(rules) })}`}
                description={t(`planModels.${id}.what`, { defaultValue: description })}
                checked={chosen.includes(id)}
                onChange={(event) => set(event.currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id))}
              />
            ))}
            {fault && <p className={s.fault}>{fault}</p>}
          </div>
        )}
      </Answered>
    </Card>
  );
}
