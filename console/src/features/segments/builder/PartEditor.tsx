import { Button, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { about, traitKind } from '../../../api/vocabulary';
import { AGGREGATES, asked, dotted, never, testOf, type Aggregate, type EventLeaf, type Leaf, type Step, type Test, type Where } from '../../../condition/model';
import { useWords } from '../../../i18n';
import { useBuilding } from './context';
import { INSIDE, NameField, SpanFields, TestFields } from './Fields';
import { WindowFields } from './WindowFields';
import s from './builder.module.css';

type Change = (leaf: Leaf) => void;

/** Edits the part of a condition that a chip stands for. */
export function PartEditor({ leaf, slot, change, close }: { leaf: Leaf; slot: string; change: Change; close: () => void }) {
  const { t } = useWords();
  const { vocabulary, names, self } = useBuilding();
  const [head, ...rest] = slot.split('.');
  switch (head) {
    case 'trait': {
      if (!('trait' in leaf)) return null;
      const options = [...vocabulary.computedTraits.map(({ id, name }) => ({ value: id, label: name })), ...vocabulary.traits.map(({ path }) => ({ value: path, label: names.trait(path) }))];
      return <NameField label={t('edit.trait')} value={dotted(leaf.trait)} options={options} choose={(trait) => change({ trait, ...beginning(leaf, traitKind(vocabulary, trait).type) })} />;
    }
    case 'test': {
      if ('score' in leaf) return <TestFields test={testOf(leaf)} type="number" values={[]} change={(test) => change({ score: leaf.score, ...test })} />;
      if (!('trait' in leaf)) return null;
      const { type, values } = traitKind(vocabulary, leaf.trait);
      return <TestFields test={testOf(leaf)} type={type} values={values} change={(test) => change({ trait: leaf.trait, ...test })} />;
    }
    case 'account': {
      if (!('account' in leaf) || 'members' in leaf.account) return null;
      const { account } = leaf;
      // What is known of accounts' traits is not listed anywhere: they are written as they are.
      return rest[0] === 'trait' ? <NameField label={t('edit.accountTrait')} value={dotted(account.trait)} options={[]} choose={(trait) => change({ account: { ...account, trait } })} /> : <TestFields test={testOf(account)} type="any" values={[]} change={(test) => change({ account: { trait: account.trait, ...test } })} />;
    }
    case 'event':
      if (!('event' in leaf)) return null;
      return <EventField value={leaf.event} choose={(event) => change({ ...leaf, event })} />;
    case 'measure':
      return 'event' in leaf ? <Measure leaf={leaf} change={change} /> : null;
    case 'window':
      return 'event' in leaf || 'sequence' in leaf ? <WindowFields window={leaf.window} change={(window) => change({ ...leaf, window })} /> : null;
    case 'where':
      return 'event' in leaf ? <WhereFields event={leaf.event} where={leaf.where ?? []} index={Number(rest[0])} change={(where) => change({ ...leaf, where })} close={close} /> : null;
    case 'step':
      return 'sequence' in leaf ? <StepFields steps={leaf.sequence} index={Number(rest[0])} part={rest.slice(1)} change={(sequence) => change({ ...leaf, sequence })} close={close} /> : null;
    case 'segment':
      return 'segment' in leaf ? <NameField label={t('edit.segment')} value={leaf.segment} options={vocabulary.segments.filter(({ id, status }) => id !== self && status !== 'archived').map(({ id, name }) => ({ value: id, label: name }))} choose={(segment) => change({ segment })} free={false} /> : null;
    case 'consent':
      return 'consent' in leaf ? <NameField label={t('edit.purpose')} value={leaf.consent} options={vocabulary.purposes.map((purpose) => ({ value: purpose, label: names.purpose(purpose) }))} choose={(consent) => change({ consent })} /> : null;
    case 'score':
      return 'score' in leaf ? <NameField label={t('edit.score')} value={leaf.score} options={[]} choose={(score) => change({ ...leaf, score })} /> : null;
    default:
      return null;
  }
}

/** A comparison to begin with, where the one before does not fit another kind of value. */
function beginning(test: Test, type: string): Test {
  if (type === 'date' && !['within_last', 'within_next', 'anniversary_within', 'before', 'after', 'exists', 'not_exists'].includes(test.operator)) return asked('within_last');
  if (type === 'number' && !['gt', 'gte', 'lt', 'lte', 'between', 'exists', 'not_exists'].includes(test.operator)) return asked('gte', test);
  if (type === 'list' && test.operator === 'equals') return asked('contains', test);
  return asked(test.operator, test);
}

function EventField({ value, choose }: { value: string; choose: (event: string) => void }) {
  const { t } = useWords();
  const { vocabulary, names } = useBuilding();
  return <NameField label={t('edit.event')} value={value} options={vocabulary.events.map(({ name }) => ({ value: name, label: names.event(name) }))} choose={choose} />;
}

const propertiesOf = (vocabulary: ReturnType<typeof useBuilding>['vocabulary'], event: string) => vocabulary.events.find(({ name }) => name === event)?.properties ?? [];

/** How often, or how much. */
function Measure({ leaf, change }: { leaf: EventLeaf; change: Change }) {
  const { t } = useWords();
  const { vocabulary, names } = useBuilding();
  const aggregate = leaf.aggregate ?? 'count';
  const properties = propertiesOf(vocabulary, leaf.event);
  const base = { event: leaf.event, ...(leaf.where ? { where: leaf.where } : {}), ...(leaf.window === undefined ? {} : { window: leaf.window }) };
  const choose = (chosen: string) => {
    if (chosen === 'never') return change({ ...base, ...asked('equals', { value: 0 }) });
    if (chosen === 'count') return change({ ...base, ...asked('gte', { value: 1 }) });
    const numeric = !['first', 'last'].includes(chosen);
    const test = aggregate === 'count' || (numeric && !['gt', 'gte', 'lt', 'lte', 'between'].includes(leaf.operator ?? '')) ? asked(numeric ? 'gte' : 'equals') : testOf(leaf);
    change({ ...base, aggregate: chosen as Aggregate, property: leaf.property ?? '', ...test });
  };
  const kind = aggregate === 'first' || aggregate === 'last' ? about(properties, leaf.property) : { type: 'number' as const, values: [] };
  return (
    <div className={s.fields}>
      <Select
        label={t('edit.what')}
        data={[{ value: 'count', label: t('edit.aggregates.count') }, { value: 'never', label: t('edit.never') }, ...AGGREGATES.slice(1).map((each) => ({ value: each, label: t(`edit.aggregates.${each}`) }))]}
        value={aggregate === 'count' && never(leaf) ? 'never' : aggregate}
        onChange={(value) => value && choose(value)}
        allowDeselect={false}
        comboboxProps={INSIDE}
        maxDropdownHeight={240}
      />
      {aggregate !== 'count' && <NameField label={t('edit.property')} value={dotted(leaf.property ?? '')} options={properties.filter(({ type }) => ['distinct', 'first', 'last'].includes(aggregate) || type === 'number' || type === 'any' || type === 'list').map(({ path }) => ({ value: path, label: names.property(path) }))} choose={(property) => change({ ...leaf, property })} />}
      {!(aggregate === 'count' && never(leaf)) && <TestFields test={testOf(leaf)} type={kind.type} values={kind.values} change={(test) => change({ ...base, ...(aggregate === 'count' ? {} : { aggregate, property: leaf.property ?? '' }), ...test })} />}
    </div>
  );
}

/** What must hold of an event's property. */
function WhereFields({ event, where, index, change, close }: { event: string; where: Where[]; index: number; change: (where: Where[]) => void; close: () => void }) {
  const { t } = useWords();
  const { vocabulary, names } = useBuilding();
  const one = where[index];
  if (!one) return null;
  const properties = propertiesOf(vocabulary, event);
  const { type, values } = about(properties, one.property);
  const set = (next: Where) => change(where.map((each, i) => (i === index ? next : each)));
  return (
    <div className={s.fields}>
      <NameField label={t('edit.property')} value={dotted(one.property)} options={properties.map(({ path }) => ({ value: path, label: names.property(path) }))} choose={(property) => set({ property, ...beginning(one, about(properties, property).type === 'date' ? 'text' : about(properties, property).type) })} />
      <TestFields test={testOf(one)} type={type} values={values} timeless change={(test) => set({ property: one.property, ...test })} />
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        leftSection={<IconTrash size={14} aria-hidden />}
        onClick={() => {
          change(where.filter((_, i) => i !== index));
          close();
        }}
      >
        {t('edit.removeWhere')}
      </Button>
    </div>
  );
}

function StepFields({ steps, index, part, change, close }: { steps: Step[]; index: number; part: string[]; change: (steps: Step[]) => void; close: () => void }) {
  const { t } = useWords();
  const step = steps[index];
  if (!step) return null;
  const set = (next: Step) => change(steps.map((each, i) => (i === index ? next : each)));
  if (part[0] === 'where') return <WhereFields event={step.event} where={step.where ?? []} index={Number(part[1])} change={(where) => set({ ...step, where })} close={close} />;
  if (part[0] === 'within') return <SpanFields label={t('edit.within')} written={step.within ?? '1 day'} change={(within) => set({ ...step, within })} />;
  const last = index === steps.length - 1 && index > 0;
  return (
    <div className={s.fields}>
      <EventField value={step.event} choose={(event) => set({ ...step, event })} />
      {last && (
        <Select label={t('edit.what')} data={[{ value: 'did', label: t('say.once.gte') }, { value: 'not', label: t('edit.not') }]} value={step.not ? 'not' : 'did'} onChange={(value) => set(value === 'not' ? { ...step, not: true } : { event: step.event, ...(step.where ? { where: step.where } : {}), ...(step.within ? { within: step.within } : {}) })} allowDeselect={false} comboboxProps={INSIDE} />
      )}
      {index > 0 && <SpanFields label={t('edit.within')} written={step.within ?? '1 day'} change={(within) => set({ ...step, within })} />}
      {steps.length > 2 && (
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          leftSection={<IconTrash size={14} aria-hidden />}
          onClick={() => {
            change(steps.filter((_, i) => i !== index).map((each, i) => (i === 0 ? { event: each.event, ...(each.where ? { where: each.where } : {}) } : each)));
            close();
          }}
        >
          {t('edit.removeStep')}
        </Button>
      )}
    </div>
  );
}
