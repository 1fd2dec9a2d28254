import '@mantine/core/styles/NumberInput.layer.css';
import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import { NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { asked, OPERATORS, span, UNITS, type Operator, type Scalar, type Test, type Unit } from '../../../condition/model';
import { dayAfter } from '../../../condition/sentence';
import type { Type } from '../../../api/vocabulary';
import { useWords } from '../../../i18n';
import s from './builder.module.css';

/** Within the chip's own window, so that a click on an option is no click outside. */
export const INSIDE = { withinPortal: false } as const;

type Option = { value: string; label: string };

/** A name of the workspace's; one that nobody has met yet can be written as it is. */
export function NameField({ label, value, options, choose, free = true }: { label: string; value: string; options: Option[]; choose: (value: string) => void; free?: boolean }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const data = useMemo(() => {
    const all = value !== '' && !options.some((each) => each.value === value) ? [{ value, label: value }, ...options] : options;
    const seen = new Set<string>();
    const unique = all.filter((each) => !seen.has(each.value) && seen.add(each.value));
    const typed = text.trim();
    // What is being typed is offered as it stands, below what is known.
    return free && typed !== '' && !unique.some((each) => each.value === typed || each.label === typed) ? [...unique, { value: typed, label: t('edit.free', { text: typed }) }] : unique;
  }, [options, value, text, free, t]);
  return (
    <Select
      label={label}
      data={data}
      value={value === '' ? null : value}
      onChange={(chosen) => chosen !== null && choose(chosen)}
      searchable
      onSearchChange={setText}
      filter={({ options: all, search }) => {
        const wanted = search.trim().toLowerCase();
        return all.filter((each) => 'value' in each && (wanted === '' || each.label.toLowerCase().includes(wanted) || each.value.toLowerCase().includes(wanted)));
      }}
      allowDeselect={false}
      maxDropdownHeight={240}
      limit={200}
      comboboxProps={INSIDE}
      data-autofocus
    />
  );
}

const OF: Record<Type, readonly Operator[]> = {
  text: ['equals', 'not_equals', 'in', 'contains', 'starts_with', 'ends_with', 'matches', 'exists', 'not_exists'],
  number: ['gte', 'gt', 'lte', 'lt', 'between', 'equals', 'not_equals', 'in', 'exists', 'not_exists'],
  truth: ['equals', 'exists', 'not_exists'],
  list: ['contains', 'exists', 'not_exists'],
  date: ['within_last', 'within_next', 'anniversary_within', 'before', 'after', 'exists', 'not_exists'],
  any: OPERATORS,
};

const TIMELESS: readonly Operator[] = ['before', 'after', 'within_last', 'within_next', 'anniversary_within'];

/** A comparison and what it compares with. */
export function TestFields({ test, type, values, timeless, change }: { test: Test; type: Type; values: Scalar[]; timeless?: boolean; change: (test: Test) => void }) {
  const { t } = useWords();
  const fitting = OF[type].filter((operator) => !timeless || !TIMELESS.includes(operator));
  const operators = fitting.includes(test.operator) ? fitting : [test.operator, ...fitting];
  return (
    <div className={s.fields}>
      <Select label={t('edit.operator')} data={operators.map((operator) => ({ value: operator, label: t(`edit.operators.${operator}`) }))} value={test.operator} onChange={(operator) => operator && change(asked(operator as Operator, test))} allowDeselect={false} comboboxProps={INSIDE} maxDropdownHeight={240} />
      <Compared test={test} type={type} values={values} change={change} />
    </div>
  );
}

function Compared({ test, type, values, change }: { test: Test; type: Type; values: Scalar[]; change: (test: Test) => void }) {
  const { t } = useWords();
  const texts = useMemo(() => [...new Set(values.map(String))], [values]);
  const number = (key: 'value' | 'from' | 'to', label: string) => (
    <NumberInput label={label} hideControls value={typeof test[key] === 'number' ? test[key] : ''} decimalScale={9} onChange={(value) => change({ ...test, [key]: typeof value === 'number' ? value : undefined })} style={{ flex: 1 }} />
  );
  /** As what is written is compared: a number where the values are numbers. */
  const scalar = (text: string): Scalar => {
    const known = values.find((value) => String(value) === text);
    return known ?? (type === 'number' && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text);
  };
  switch (test.operator) {
    case 'exists':
    case 'not_exists':
      return null;
    case 'between':
      return (
        <div className={s.two}>
          {number('from', t('edit.from'))}
          {number('to', t('edit.to'))}
        </div>
      );
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return number('value', t('edit.value'));
    case 'in':
      return <TagsInput label={t('edit.values')} data={texts} value={(test.values ?? []).map(String)} onChange={(all) => change({ ...test, values: all.map(scalar) })} comboboxProps={INSIDE} maxDropdownHeight={200} />;
    case 'before':
    case 'after': {
      // After a day is from the next one on, which is how it is shown.
      const later = test.operator === 'after' ? 1 : 0;
      return <TextInput type="date" label={t('edit.value')} value={typeof test.value === 'string' ? dayAfter(test.value, later).slice(0, 10) : ''} onChange={(event) => change({ ...test, value: event.currentTarget.value === '' ? undefined : dayAfter(event.currentTarget.value, -later) } as Test)} />;
    }
    case 'within_last':
    case 'within_next':
    case 'anniversary_within':
      return <SpanFields written={test.within ?? '30 days'} change={(within) => change({ ...test, within })} />;
    default:
      if (type === 'truth' && test.operator === 'equals') {
        return <Select label={t('edit.value')} data={['true', 'false'].map((value) => ({ value, label: t(`edit.truth.${value}`) }))} value={test.value === undefined ? null : String(test.value)} onChange={(value) => value !== null && change({ ...test, value: value === 'true' })} allowDeselect={false} comboboxProps={INSIDE} />;
      }
      if (type === 'number' && (test.operator === 'equals' || test.operator === 'not_equals')) return number('value', t('edit.value'));
      if (texts.length > 0) return <NameField label={t('edit.value')} value={test.value === undefined ? '' : String(test.value)} options={texts.map((text) => ({ value: text, label: text }))} choose={(text) => change({ ...test, value: scalar(text) })} />;
      return <TextInput label={t('edit.value')} value={test.value === undefined ? '' : String(test.value)} onChange={(event) => change({ ...test, value: scalar(event.currentTarget.value) })} />;
  }
}

/** A length of time. */
export function SpanFields({ written, change, label }: { written: string; change: (written: string) => void; label?: string }) {
  const { t } = useWords();
  const { amount, unit } = span(written);
  const set = (n: number, u: Unit) => change(`${n} ${u}`);
  return (
    <div className={s.two}>
      <NumberInput label={label ?? t('edit.amount')} min={1} max={1_000_000} clampBehavior="strict" allowDecimal={false} allowNegative={false} hideControls value={amount} onChange={(value) => typeof value === 'number' && value > 0 && set(value, unit)} style={{ flex: 1 }} />
      <Select label={t('edit.unit')} data={UNITS.map((each) => ({ value: each, label: t(`edit.units.${each}`) }))} value={unit} onChange={(value) => value && set(amount, value as Unit)} allowDeselect={false} comboboxProps={INSIDE} style={{ flex: 1 }} />
    </div>
  );
}
