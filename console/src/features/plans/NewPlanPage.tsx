import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { convert, infer, model, models, type PlanDocument } from '../../api/plans';
import { Problem } from '../../api/problem';
import { sources } from '../../api/sources';
import { useWords } from '../../i18n';
import { Card, Page } from '../../ui/layout';
import { Answered, Failure } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import d from '../trust/trust.module.css';
import { Editor } from './EditPlan';
import { FieldsTable } from './FieldsTable';
import { sectionOf } from './schema';
import { keyOf, useNames } from './useNames';
import s from './plans.module.css';

const WAYS = ['events', 'model', 'file', 'blank'] as const;

/** Where a new plan begins: with what came lately, a ready-made model, a file, or nothing. */
export function NewPlanPage() {
  const { t } = useWords();
  const { from } = useSearch({ from: '/signed-in/plans/new' });
  const navigate = useNavigate({ from: '/plans/new' });
  const [begun, begin] = useState<PlanDocument>();
  if (begun) return <Editor initial={begun} />;
  return (
    <Page title={t('plans.make')} lead={t('plans.makeLead')}>
      <div className={s.begin} role="group" aria-label={t('plans.begin')}>
        {WAYS.map((way) => (
          <button key={way} type="button" className={s.way} aria-pressed={from === way} onClick={() => (way === 'blank' ? begin({ name: '', rules: [], sources: [] }) : void navigate({ search: (old) => ({ ...old, from: way }), replace: true }))}>
            <b>{t(`plans.ways.${way}.name`)}</b>
            <span>{t(`plans.ways.${way}.what`)}</span>
          </button>
        ))}
      </div>
      {from === 'events' && <FromEvents begin={begin} />}
      {from === 'model' && <FromModel begin={begin} />}
      {from === 'file' && <FromFile begin={begin} />}
    </Page>
  );
}

type Begin = (document: PlanDocument) => void;
/** As a beginning it only tells what is wrong: nothing is lost by a plan that nobody has looked over. */
const telling = (source: string) => ({ source, unplannedEvents: 'allow', unplannedProperties: 'allow', violations: 'allow' }) as const;

function FromEvents({ begin }: { begin: Begin }) {
  const { t, num, moment } = useWords();
  const names = useNames();
  const { source: given } = useSearch({ from: '/signed-in/plans/new' });
  const { data: known = [] } = useQuery(sources);
  const [source, setSource] = useState(given ?? '');
  const [days, setDays] = useState('7');
  const looking = useMutation({ mutationFn: () => infer(Math.min(400, Math.max(1, Math.trunc(Number(days)) || 7)), source === '' ? t('plans.inferredName') : names.source(source), source || undefined) });
  const made = looking.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    looking.mutate();
  };
  return (
    <Card title={t('plans.ways.events.name')} help={t('plans.inferHelp')}>
      <form className={d.pad} onSubmit={submit}>
        <div className={d.buttons} style={{ alignItems: 'flex-end' }}>
          <NativeSelect label={t('event.source')} value={source} data={[{ value: '', label: t('drafts.everySourceNow') }, ...known.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(event) => setSource(event.currentTarget.value)} />
          <TextInput label={t('plans.days')} type="number" min={1} max={400} w={110} value={days} onChange={(event) => setDays(event.currentTarget.value)} />
          <Button type="submit" variant="default" loading={looking.isPending}>
            {t('plans.lookNow')}
          </Button>
        </div>
        {looking.isError && <Failure problem={looking.error} />}
        <div aria-live="polite">{made && <p className="small">{made.events === 0 ? t('plans.inferredNone') : t('plans.inferred', { events: num(made.events), since: moment(made.since), rules: num(made.plan.rules?.length ?? 0) })}</p>}</div>
        {made && made.events > 0 && (
          <div>
            <Button onClick={() => begin({ ...made.plan, sources: source === '' ? [] : [telling(source)] })}>{t('plans.goOn')}</Button>
          </div>
        )}
      </form>
      {made && made.events > 0 && <Preview document={made.plan} />}
    </Card>
  );
}

/** The events of a beginning, to look over. */
function Preview({ document }: { document: PlanDocument }) {
  const { t } = useWords();
  const names = useNames();
  const [open, setOpen] = useState<string>();
  return (
    <ul>
      {(document.rules ?? []).slice(0, 50).map((rule) => {
        const key = keyOf(rule);
        return (
          <li key={key} className={d.item}>
            <div className={d.line}>
              <div className={d.what}>
                <div className={d.name}>{names.rule(rule)}</div>
                {names.meaning(rule) && <div className="small muted">{names.meaning(rule)}</div>}
              </div>
              <span className={d.side}>
                <button type="button" className={ui.textButton} aria-expanded={open === key} aria-label={`${key}: ${t('plans.look')}`} onClick={() => setOpen(open === key ? undefined : key)}>
                  {t('plans.look')}
                </button>
              </span>
            </div>
            {open === key && <FieldsTable schema={rule.schema} section={sectionOf(rule.call ?? 'track')} />}
          </li>
        );
      })}
    </ul>
  );
}

function FromModel({ begin }: { begin: Begin }) {
  const { t, num } = useWords();
  const found = useQuery(models);
  const [open, setOpen] = useState<string>();
  const whole = useQuery({ ...model(open ?? ''), enabled: open !== undefined });
  return (
    <Card title={t('plans.ways.model.name')} help={t('plans.modelsHelp')}>
      <Answered query={found} rows={3}>
        {(all) => (
          <ul>
            {all.map(({ id, name, description = '', rules }) => {
              const called = t(`planModels.${id}.name`, { defaultValue: name });
              return (
                <li key={id} className={d.item}>
                  <div className={d.line}>
                    <div className={d.what}>
                      <div className={d.name}>{called}</div>
                      <div className="small muted">{t(`planModels.${id}.what`, { defaultValue: description })}</div>
                    </div>
                    <span className={d.side} style={{ flexWrap: 'wrap' }}>
                      <span className="small muted num">{t('plans.ruleCount', { n: num(rules) })}</span>
                      <button type="button" className={ui.textButton} aria-expanded={open === id} aria-label={`${called}: ${t('plans.look')}`} onClick={() => setOpen(open === id ? undefined : id)}>
                        {t('plans.look')}
                      </button>
                      <Button size="xs" variant="default" aria-label={`${called}: ${t('plans.useModel')}`} onClick={() => begin({ name: called, models: [id], rules: [], sources: [] })}>
                        {t('plans.useModel')}
                      </Button>
                    </span>
                  </div>
                  {open === id && (
                    <Answered query={whole}>
                      {(data) => (
                        <>
                          <div className={d.detail}>
                            <div className={d.buttons}>
                              <Button size="xs" variant="default" onClick={() => begin({ name: called, rules: data.rules ?? [], sources: [] })}>
                                {t('plans.copyModel')}
                              </Button>
                              <span className="small muted">{t('plans.copyModelHint')}</span>
                            </div>
                          </div>
                          <Preview document={data} />
                        </>
                      )}
                    </Answered>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Answered>
    </Card>
  );
}

function FromFile({ begin }: { begin: Begin }) {
  const { t, num } = useWords();
  const [event, setEvent] = useState('');
  const [file, setFile] = useState<File>();
  const reading = useMutation({
    mutationFn: async (from: File) => {
      let read: unknown;
      try {
        read = JSON.parse(await from.text());
      } catch {
        throw new Problem(400, { code: 'invalid_json' });
      }
      return convert(read as object, event.trim() || undefined);
    },
  });
  const asks = reading.error instanceof Problem && reading.error.reasons.some(({ code }) => code === 'missing_event');
  const made = reading.data;
  return (
    <Card title={t('plans.ways.file.name')} help={t('plans.fileHelp')}>
      <div className={d.pad}>
        <label className={d.legend} htmlFor="plan-file">
          {t('plans.file')}
        </label>
        <input
          id="plan-file"
          type="file"
          accept=".json,application/json"
          onChange={(change) => {
            const chosen = change.currentTarget.files?.[0];
            setFile(chosen);
            if (chosen) reading.mutate(chosen);
          }}
        />
        {asks && (
          <form
            className={d.buttons}
            style={{ alignItems: 'flex-end' }}
            onSubmit={(submit) => {
              submit.preventDefault();
              if (file) reading.mutate(file);
            }}
          >
            <TextInput label={t('plans.fileEvent')} description={t('plans.fileEventHint')} value={event} required onChange={(change) => setEvent(change.currentTarget.value)} />
            <Button type="submit" variant="default" disabled={event.trim() === ''} loading={reading.isPending}>
              {t('plans.readFile')}
            </Button>
          </form>
        )}
        {reading.isError && !asks && <Failure problem={reading.error} />}
        <div aria-live="polite">{made && <p className="small">{t('plans.fileRead', { rules: num(made.rules?.length ?? 0) })}</p>}</div>
        {made && (
          <div>
            <Button onClick={() => begin({ sources: [], ...made })}>{t('plans.goOn')}</Button>
          </div>
        )}
      </div>
      {made && <Preview document={made} />}
    </Card>
  );
}
