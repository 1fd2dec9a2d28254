import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useId, useState } from 'react';
import type { Vocabulary } from '../../api/vocabulary';
import { FORMS, type Condition as Written, type Form, type Operator } from '../../condition/model';
import { useWords } from '../../i18n';
import p from '../plans/plans.module.css';
import d from '../trust/trust.module.css';
import { ValueField } from './ValueField';
import { ASKS, bare, conditionOf, rowsOf, type Row, type Rows } from './model';

// Few conditions say more than lines can.
const JsonField = lazy(() => import('../plans/JsonField').then((part) => ({ default: part.JsonField })));

/** On what condition an event is changed: lines that are joined in one way; what says more is written as JSON. */
export function Condition({ when, places, set, error }: { when: Written | undefined; places: Vocabulary | undefined; set: (when: Written | undefined) => void; error: string | undefined }) {
  const { t } = useWords();
  const [raw, showRaw] = useState(false);
  // A line that is not said in full yet is kept here; what stands counts as soon as it is.
  const [draft, setDraft] = useState<Rows>();
  const stands = rowsOf(when);
  const events = useId();
  const fields = useId();
  if (stands === undefined || raw) {
    return (
      <div style={{ display: 'grid', gap: 6 }}>
        <Suspense>
          <JsonField label={t('changes.when')} description={t('changes.whenJson')} value={when} empty set={(next) => set(next as Written | undefined)} error={error} />
        </Suspense>
        {stands !== undefined && (
          <div>
            <Button size="compact-xs" variant="subtle" onClick={() => showRaw(false)}>
              {t('changes.asLines')}
            </Button>
          </div>
        )}
      </div>
    );
  }
  const shown = draft ?? stands;
  const complete = (row: Row) => (row.kind === 'event' ? row.event !== '' && (row.property === '' || bare(row.operator) || row.value !== '') : row.trait !== '' && (bare(row.operator) || row.value !== ''));
  const take = (next: Rows) => {
    const gaps = next.rows.some((row) => !complete(row));
    setDraft(gaps ? next : undefined);
    if (!gaps) set(conditionOf(next));
  };
  const put = (i: number, row: Row) => take({ ...shown, rows: shown.rows.map((each, at) => (at === i ? row : each)) });
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0, display: 'grid', gap: 8 }}>
      <legend className={d.legend}>{t('changes.when')}</legend>
      <datalist id={events}>
        {(places?.events ?? []).map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <datalist id={fields}>
        {[...new Set([...(places?.traits ?? []).map(({ path }) => path), ...(places?.events ?? []).flatMap(({ properties }) => properties.map(({ path }) => path))])].slice(0, 300).map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      {shown.rows.length === 0 && <p className={p.note}>{t('changes.always')}</p>}
      {shown.rows.length > 1 && <NativeSelect size="xs" w={190} aria-label={t('changes.form')} value={shown.form} data={FORMS.map((value) => ({ value, label: t(`changes.forms.${value}`) }))} onChange={(event) => take({ ...shown, form: event.currentTarget.value as Form })} />}
      {shown.rows.map((row, i) => (
        <div key={i} className={d.buttons} style={{ alignItems: 'flex-end' }} role="group" aria-label={t('changes.line', { n: i + 1 })}>
          <NativeSelect size="xs" label={t('changes.about')} value={row.kind} data={(['event', 'trait'] as const).map((value) => ({ value, label: t(`changes.kinds.${value}`) }))} onChange={(event) => put(i, event.currentTarget.value === 'trait' ? { kind: 'trait', trait: '', operator: 'equals', value: '' } : { kind: 'event', event: '', property: '', operator: 'equals', value: '' })} />
          {row.kind === 'event' ? (
            <>
              <TextInput size="xs" label={t('drafts.event')} value={row.event} list={events} spellCheck={false} onChange={(event) => put(i, { ...row, event: event.currentTarget.value })} />
              <TextInput size="xs" w={130} label={t('changes.property')} value={row.property} list={fields} spellCheck={false} onChange={(event) => put(i, { ...row, property: event.currentTarget.value })} />
            </>
          ) : (
            <TextInput size="xs" label={t('changes.trait')} value={row.trait} list={fields} spellCheck={false} onChange={(event) => put(i, { ...row, trait: event.currentTarget.value })} />
          )}
          {(row.kind === 'trait' || row.property !== '') && (
            <>
              <NativeSelect size="xs" label={t('changes.operator')} value={row.operator} data={ASKS.map((value) => ({ value, label: t(`asks.${value}`) }))} onChange={(event) => put(i, { ...row, operator: event.currentTarget.value as Operator })} />
              {!bare(row.operator) && <ValueField label={t('changes.value')} value={row.value} set={(value) => put(i, { ...row, value })} />}
            </>
          )}
          <Button size="xs" variant="subtle" color="gray" aria-label={t('changes.dropLine', { n: i + 1 })} onClick={() => take({ ...shown, rows: shown.rows.filter((_, at) => at !== i) })}>
            <IconTrash size={14} aria-hidden />
          </Button>
        </div>
      ))}
      <div className={d.buttons}>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => take({ ...shown, rows: [...shown.rows, { kind: 'event', event: '', property: '', operator: 'equals', value: '' }] })}>
          {t('changes.addLine')}
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={() => { setDraft(undefined); showRaw(true); }}>
          {t('changes.asJson')}
        </Button>
      </div>
      {error && <p className={p.fault}>{error}</p>}
    </fieldset>
  );
}
