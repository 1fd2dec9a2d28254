import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CALLS, type Call, type Rule } from '../../api/plans';
import { useWords } from '../../i18n';
import { FieldsEditor } from './FieldsEditor';
import { JsonField } from './JsonField';
import { beyond, blank, fieldsOf, sectionOf } from './schema';
import s from './plans.module.css';

type Step = (rule: Rule) => Rule;

/** The version after one; of a name that is no number nobody knows the next. */
const following = (version: string | number | undefined) => (Number.isInteger(Number(version ?? 1)) ? String(Number(version ?? 1) + 1) : `${version}-2`);

/** What one event must be: its name, its version, its fields. */
export function RuleEditor({ rule, path, set, rest, fault, copy, remove }: { rule: Rule; path: string; set: (step: Step, tag?: string) => void; rest: () => void; fault: (path: string) => string | undefined; copy: (version: string) => void; remove: () => void }) {
  const { t } = useWords();
  const [view, setView] = useState<'fields' | 'json'>('fields');
  const call = rule.call ?? 'track';
  const section = sectionOf(call);
  const recall = (next: Call) =>
    set(({ event, ...old }) => ({ ...old, call: next, ...(next === 'track' ? { event: event ?? '' } : {}), schema: fieldsOf(old.schema, sectionOf(old.call ?? 'track')).length === 0 ? blank(next) : old.schema }));
  return (
    <div className={s.panel}>
      <div className={s.three}>
        <NativeSelect label={t('plans.call')} value={call} data={CALLS.map((value) => ({ value, label: t(`calls.${value}`) }))} onChange={(event) => recall(event.currentTarget.value as Call)} error={fault(`${path}/call`)} />
        {call === 'track' ? (
          <TextInput label={t('drafts.event')} value={rule.event ?? ''} placeholder="Order Completed" spellCheck={false} onChange={(event) => { const { value } = event.currentTarget; set((old) => ({ ...old, event: value }), 'event'); }} onBlur={rest} error={fault(`${path}/event`)} />
        ) : (
          <span />
        )}
        <TextInput label={t('plans.eventVersionLabel')} value={String(rule.version ?? '')} placeholder="1" maxLength={50} onChange={(event) => { const { value } = event.currentTarget; set((old) => ({ ...old, version: value || undefined }), 'version'); }} onBlur={rest} error={fault(`${path}/version`)} />
      </div>
      <TextInput label={t('plans.ruleDescription')} value={rule.description ?? ''} onChange={(event) => { const { value } = event.currentTarget; set((old) => ({ ...old, description: value || undefined }), 'description'); }} onBlur={rest} />
      <div className={s.fieldsHead}>
        <h3>{t(`fields.${section}`)}</h3>
        <SegmentedControl size="xs" aria-label={t('plans.view')} value={view} onChange={(value) => setView(value === 'json' ? 'json' : 'fields')} data={[{ value: 'fields', label: t('plans.viewFields') }, { value: 'json', label: 'JSON Schema' }]} />
      </div>
      {view === 'json' ? (
        <JsonField label="JSON Schema" description={t('plans.jsonHint')} value={rule.schema} set={(schema) => set((old) => ({ ...old, schema }))} error={fault(`${path}/schema`)} />
      ) : (
        <>
          {beyond(rule.schema, section) && <p className={s.note}>{t('plans.beyond')}</p>}
          <FieldsEditor schema={rule.schema} section={section} path={`${path}/schema`} set={(step, tag) => set((old) => ({ ...old, schema: step(old.schema) }), tag)} rest={rest} fault={fault} />
        </>
      )}
      <div className={s.fieldsHead}>
        <Button size="xs" variant="default" onClick={() => copy(following(rule.version))}>
          {t('plans.copyRule')}
        </Button>
        <Button size="xs" variant="subtle" color="red" onClick={remove}>
          {t('plans.dropRule')}
        </Button>
        {fault(path) && <span className={s.fault}>{fault(path)}</span>}
      </div>
    </div>
  );
}
