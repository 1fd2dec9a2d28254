import { Select, TextInput } from '@mantine/core';
import { PERIODS, dotted, type Period, type Window } from '../../../condition/model';
import { days } from '../../../condition/sentence';
import { useWords } from '../../../i18n';
import { useBuilding } from './context';
import { INSIDE, NameField, SpanFields } from './Fields';
import s from './builder.module.css';

const FORMS = ['last', 'calendar', 'between', 'since', 'ever'] as const;
type Form = (typeof FORMS)[number];

const formOf = (window: Window | undefined): Form => (window === undefined || window === 'ever' ? 'ever' : (FORMS.find((form) => form in (window as object)) ?? 'ever'));

function begun(form: Form): Window {
  const today = new Date();
  today.setHours(0, 0, 0, 0);
  switch (form) {
    case 'ever':
      return 'ever';
    case 'last':
      return { last: '30 days' };
    case 'calendar':
      return { calendar: 'this_month' };
    case 'since':
      return { since: '' };
    case 'between':
      return { between: [new Date(today.getFullYear(), today.getMonth(), 1).toISOString(), new Date(today.getTime() + 86_400_000).toISOString()] };
  }
}

/** A day's first moment here, so many days later. */
const instant = (day: string, later = 0) => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
};

/** Which time counts. */
export function WindowFields({ window, change }: { window: Window | undefined; change: (window: Window) => void }) {
  const { t } = useWords();
  const { vocabulary, names } = useBuilding();
  const form = formOf(window);
  return (
    <div className={s.fields}>
      <Select label={t('edit.window')} data={FORMS.map((each) => ({ value: each, label: t(`edit.windows.${each}`) }))} value={form} onChange={(value) => value && value !== form && change(begun(value as Form))} allowDeselect={false} comboboxProps={INSIDE} />
      {typeof window === 'object' && 'last' in window && <SpanFields written={window.last} change={(last) => change({ last })} />}
      {typeof window === 'object' && 'calendar' in window && (
        <Select label={t('edit.period')} data={PERIODS.map((each) => ({ value: each, label: t(`say.period.${each}`) }))} value={window.calendar} onChange={(value) => value && change({ calendar: value as Period })} allowDeselect={false} comboboxProps={INSIDE} maxDropdownHeight={240} />
      )}
      {typeof window === 'object' && 'since' in window && (
        <NameField label={t('edit.trait')} value={dotted(window.since)} options={vocabulary.traits.filter(({ type }) => type === 'date' || type === 'any').map(({ path }) => ({ value: path, label: names.trait(path) }))} choose={(since) => change({ since })} />
      )}
      {typeof window === 'object' && 'between' in window && <Between between={window.between} change={change} />}
    </div>
  );
}

function Between({ between, change }: { between: [string, string]; change: (window: Window) => void }) {
  const { t } = useWords();
  const { first, last } = days(between[0], between[1]);
  const set = (from: string, to: string) => {
    // An emptied field changes nothing, and the days stay in order.
    if (from !== '' && to !== '') change({ between: from <= to ? [instant(from), instant(to, 1)] : [instant(to), instant(from, 1)] });
  };
  return (
    <div className={s.two}>
      <TextInput type="date" label={t('edit.first')} value={first} onChange={(event) => set(event.currentTarget.value, last)} style={{ flex: 1 }} />
      <TextInput type="date" label={t('edit.lastDay')} value={last} onChange={(event) => set(first, event.currentTarget.value)} style={{ flex: 1 }} />
    </div>
  );
}
