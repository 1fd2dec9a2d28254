import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PARTIES, STATUSES, type Draft } from '../../api/enrichers';
import { purposes, titled } from '../../api/purposes';
import { sources } from '../../api/sources';
import { vocabulary } from '../../api/vocabulary';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import ui from '../../ui/ui.module.css';
import type { useDraft } from '../../ui/useDraft';
import p from '../plans/plans.module.css';
import { Condition } from '../transformations/Condition';
import d from '../trust/trust.module.css';
import { GROUPS, limited, linesOf, pairsOf, USUAL, wordsOf } from './model';

type Drafting = ReturnType<typeof useDraft<Draft>>;
type Fault = (path: string) => string | undefined;

/** What an enricher is: when it asks, for what, whom, and what becomes of the answer. */
export function Fields({ draft: { now, set, rest }, fault }: { draft: Drafting; fault: Fault }) {
  const { t, language } = useWords();
  const { data: known = [] } = useQuery(purposes);
  const { data: words } = useQuery(vocabulary);
  const put = (change: Partial<Draft>, tag?: string) => set((old) => ({ ...old, ...change }), tag);
  const { request } = now;
  const ask = (change: Partial<Draft['request']>, tag?: string) => set((old) => ({ ...old, request: { ...old.request, ...change } }), tag);
  const method = request.method ?? 'GET';
  // Of the request as a whole, where no field of it says what is wrong.
  const whole = ['method', 'url', 'body', 'headers', 'secretHeaders'].some((each) => fault(`/request/${each}`)) ? undefined : fault('/request');
  return (
    <>
      <Card title={t('enrichers.what')}>
        <div className={`${d.form} ${d.fields}`}>
          <TextInput label={t('enrichers.name')} value={now.name} maxLength={200} onChange={(event) => put({ name: event.currentTarget.value }, 'name')} onBlur={rest} error={fault('/name')} />
          <NativeSelect label={t('enrichers.status')} description={t(`enrichers.statusHints.${now.status}`)} value={now.status} data={STATUSES.map((value) => ({ value, label: t(`enrichers.statuses.${value}`) }))} onChange={(event) => put({ status: STATUSES.find((each) => each === event.currentTarget.value) ?? 'draft' })} error={fault('/status')} />
          <NativeSelect label={t('enrichers.purpose')} description={t('enrichers.purposeHint')} value={now.purpose} data={[{ value: '', label: t('enrichers.choose') }, ...known.filter(({ status }) => status === 'active').map(({ key }) => ({ value: key, label: titled(known, key, language) }))]} onChange={(event) => put({ purpose: event.currentTarget.value })} error={fault('/purpose')} />
          <TextInput label={t('enrichers.recipient')} description={t('enrichers.recipientHint')} value={now.recipient} maxLength={200} onChange={(event) => put({ recipient: event.currentTarget.value }, 'recipient')} onBlur={rest} error={fault('/recipient')} />
          <NativeSelect label={t('enrichers.party')} value={now.party} data={PARTIES.map((value) => ({ value, label: t(`enrichers.parties.${value}`) }))} onChange={(event) => put({ party: PARTIES.find((each) => each === event.currentTarget.value) ?? 'third' })} error={fault('/party')} />
        </div>
      </Card>
      <Card title={t('enrichers.whenTitle')} help={t('enrichers.whenHelp')}>
        <div className={d.form}>
          <TextInput key={(now.events ?? []).join('\n')} label={t('enrichers.events')} description={t('enrichers.eventsHint')} defaultValue={(now.events ?? []).join(', ')} spellCheck={false} onBlur={(event) => put({ events: wordsOf(event.currentTarget.value) })} error={fault('/events')} />
          <Sources of={now.sources ?? []} set={(list) => set(({ sources: _sources, ...old }) => (list.length === 0 ? old : { ...old, sources: list }))} error={fault('/sources')} />
          <Condition when={now.when} places={words} set={(when) => set(({ when: _when, ...old }) => (when === undefined ? old : { ...old, when }))} error={fault('/when')} />
        </div>
      </Card>
      <Card title={t('enrichers.request')} help={t('enrichers.requestHelp')}>
        <div className={d.form}>
          <NativeSelect label={t('enrichers.method')} value={method} data={['GET', 'POST']} onChange={(event) => { const post = event.currentTarget.value === 'POST'; set((old) => { const { body: _body, ...others } = old.request; return { ...old, request: post ? { ...others, method: 'POST', body: {} } : { ...others, method: 'GET' } }; }); }} error={fault('/request/method')} />
          <TextInput label={t('enrichers.url')} description={t('enrichers.urlHint')} className="mono" value={request.url} spellCheck={false} placeholder="https://api.example.com/v1/companies/{/properties/domain}" onChange={(event) => ask({ url: event.currentTarget.value }, 'url')} onBlur={rest} error={fault('/request/url')} />
          {method === 'POST' && <Lines label={t('enrichers.body')} description={t('enrichers.bodyHint')} pairs={Object.entries(request.body ?? {})} set={(pairs) => ask({ body: Object.fromEntries(pairs) })} error={fault('/request/body')} />}
          <Lines label={t('enrichers.headers')} description={t('enrichers.headersHint')} pairs={Object.entries(request.headers ?? {})} set={(pairs) => ask({ headers: Object.fromEntries(pairs) })} error={fault('/request/headers')} />
          <TextInput key={(request.secretHeaders ?? []).join('\n')} label={t('enrichers.secretHeaders')} description={t('enrichers.secretHeadersHint')} defaultValue={(request.secretHeaders ?? []).join(', ')} spellCheck={false} placeholder="Authorization" onBlur={(event) => ask({ secretHeaders: wordsOf(event.currentTarget.value) })} error={fault('/request/secretHeaders')} />
          {whole && <p className={p.fault}>{whole}</p>}
        </div>
      </Card>
      <Card title={t('enrichers.answer')} help={t('enrichers.answerHelp')}>
        <div className={d.form}>
          <Lines label={t('enrichers.picks')} description={t('enrichers.picksHint')} pairs={now.answer.map(({ from, to }) => [to, from])} set={(pairs) => put({ answer: pairs.map(([to, from]) => ({ from, to })) })} error={fault('/answer')} />
        </div>
      </Card>
      <Card title={t('enrichers.limits')} help={t('enrichers.limitsHelp')}>
        <div className={`${d.form} ${d.fields}`}>
          {(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).flatMap((group) =>
            GROUPS[group].map((name) => (
              <TextInput key={`${group} ${name}`} type="number" min={0} step={1} size="xs" label={t(`enrichers.limit.${name}`)} placeholder={String(USUAL[name])} value={now[group]?.[name] ?? ''} onChange={({ currentTarget: { value } }) => set((old) => limited(old, group, name, value === '' ? undefined : Math.trunc(Number(value))), `${group} ${name}`)} onBlur={rest} error={fault(`/${group}/${name}`)} />
            )),
          )}
        </div>
      </Card>
    </>
  );
}

/** Pairs, one on a line; they count when the field is left. */
function Lines({ label, description, pairs, set, error }: { label: string; description: string; pairs: [string, string][]; set: (pairs: [string, string][]) => void; error: string | undefined }) {
  const stands = linesOf(pairs);
  return <Textarea key={stands} label={label} description={description} className="mono" defaultValue={stands} autosize minRows={2} maxRows={12} spellCheck={false} onBlur={(event) => { const next = pairsOf(event.currentTarget.value); if (linesOf(next) !== stands) set(next); }} error={error} />;
}

/** Of which sources; of all when none is chosen. */
function Sources({ of: chosen, set, error }: { of: string[]; set: (list: string[]) => void; error: string | undefined }) {
  const { t } = useWords();
  const { data: known = [] } = useQuery(sources);
  const style = (on: boolean) => ({ cursor: 'pointer', font: 'inherit', fontSize: 12.5, ...(on ? { background: 'var(--accent-soft)', color: 'var(--accent-ink)', borderColor: 'transparent', fontWeight: 600 } : {}) });
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend className={d.legend}>{t('changes.sources')}</legend>
      <div className={d.buttons}>
        <button type="button" className={ui.chip} aria-pressed={chosen.length === 0} style={style(chosen.length === 0)} onClick={() => set([])}>
          <span>{t('changes.allSources')}</span>
        </button>
        {known.map(({ id, name }) => (
          <button key={id} type="button" className={ui.chip} aria-pressed={chosen.includes(id)} style={style(chosen.includes(id))} onClick={() => set(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])}>
            <span>{name}</span>
          </button>
        ))}
      </div>
      {error && <p className={p.fault}>{error}</p>}
    </fieldset>
  );
}
