/** A condition as the API has it, and as it is while somebody writes it: with gaps. */
export type Scalar = string | number | boolean;
export type Path = string | string[];

export const OPERATORS = ['equals', 'not_equals', 'in', 'contains', 'starts_with', 'ends_with', 'matches', 'gt', 'gte', 'lt', 'lte', 'between', 'exists', 'not_exists', 'before', 'after', 'within_last', 'within_next', 'anniversary_within'] as const;
export type Operator = (typeof OPERATORS)[number];

/** What must hold of a value; which fields an operator has says FIELDS. */
export type Test = { operator: Operator; value?: Scalar; values?: Scalar[]; from?: number; to?: number; within?: string };

export const PERIODS = ['today', 'yesterday', 'this_week', 'last_week', 'this_month', 'last_month', 'this_quarter', 'last_quarter', 'this_year', 'last_year'] as const;
export type Period = (typeof PERIODS)[number];
export type Window = 'ever' | { last: string } | { between: [string, string] } | { since: Path } | { calendar: Period };

export const AGGREGATES = ['count', 'sum', 'avg', 'min', 'max', 'distinct', 'first', 'last'] as const;
export type Aggregate = (typeof AGGREGATES)[number];

export type Where = { property: Path } & Test;
export type TraitLeaf = { trait: Path } & Test;
export type EventLeaf = { event: string; where?: Where[]; aggregate?: Aggregate; property?: Path; window?: Window } & Partial<Test>;
export type Step = { event: string; where?: Where[]; within?: string; not?: boolean };
export type SequenceLeaf = { sequence: Step[]; window?: Window };
export type SegmentLeaf = { segment: string };
export type ScoreLeaf = { score: string } & Test;
export type ConsentLeaf = { consent: string };
export const QUANTIFIERS = ['any', 'all', 'none'] as const;
/** How many of an account's members a condition must hold for. */
export type Quantifier = (typeof QUANTIFIERS)[number];
export type AccountLeaf = { account: TraitLeaf | { members: Quantifier; condition: Condition } };
export type Leaf = TraitLeaf | EventLeaf | SequenceLeaf | SegmentLeaf | ScoreLeaf | ConsentLeaf | AccountLeaf;

export const FORMS = ['all', 'any', 'none'] as const;
export type Form = (typeof FORMS)[number];
export type Group = { all: Condition[] } | { any: Condition[] } | { none: Condition[] };
export type Condition = Group | Leaf;

/** What can be put into a condition. */
export const KINDS = ['trait', 'event', 'sequence', 'segment', 'consent', 'account'] as const;
export type Kind = (typeof KINDS)[number] | 'score';
/** The same, and what is asked of the members of accounts, which is a group. */
export const OFFERED = [...KINDS, 'members'] as const;
export type Offered = (typeof OFFERED)[number];

export function kindOf(leaf: Leaf): Kind {
  if ('trait' in leaf) return 'trait';
  if ('event' in leaf) return 'event';
  if ('sequence' in leaf) return 'sequence';
  if ('segment' in leaf) return 'segment';
  if ('score' in leaf) return 'score';
  if ('consent' in leaf) return 'consent';
  return 'account';
}

/** A group's form; `undefined` for a leaf. */
export const formOf = (condition: Condition): Form | undefined => FORMS.find((form) => form in condition);
export const partsOf = (group: Group): Condition[] => Object.values(group)[0] as Condition[];

/** One that was just put in; what it is about is still to be said. */
export function blank(kind: Kind): Leaf {
  switch (kind) {
    case 'trait':
      return { trait: '', operator: 'equals' };
    case 'event':
      return { event: '', operator: 'gte', value: 1, window: { last: '30 days' } };
    case 'sequence':
      return { sequence: [{ event: '' }, { event: '', within: '1 day' }], window: { last: '30 days' } };
    case 'segment':
      return { segment: '' };
    case 'consent':
      return { consent: '' };
    case 'score':
      return { score: '', operator: 'gte', value: 0.5 };
    case 'account':
      return { account: { trait: '', operator: 'equals' } };
  }
}

type Field = 'value' | 'values' | 'from' | 'to' | 'within';
const FIELDS: Record<Operator, Field[]> = {
  equals: ['value'], not_equals: ['value'], contains: ['value'], starts_with: ['value'], ends_with: ['value'], matches: ['value'], in: ['values'],
  gt: ['value'], gte: ['value'], lt: ['value'], lte: ['value'], between: ['from', 'to'], exists: [], not_exists: [], before: ['value'], after: ['value'],
  within_last: ['within'], within_next: ['within'], anniversary_within: ['within'],
};

/** A test with what its operator has, and nothing else: what was said before stays where it fits. */
export function asked(operator: Operator, from: Partial<Test> = {}): Test {
  const test: Test = { operator };
  const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
  for (const field of FIELDS[operator]) {
    if (field === 'value') {
      const old = from.value ?? from.values?.[0] ?? from.from;
      const fits = ['gt', 'gte', 'lt', 'lte'].includes(operator) ? number(old) : ['starts_with', 'ends_with', 'matches', 'before', 'after'].includes(operator) && typeof old !== 'string' ? undefined : old;
      if (fits !== undefined) test.value = fits;
    } else if (field === 'values') {
      test.values = from.values ?? (from.value === undefined || from.value === '' ? [] : [from.value]);
    } else if (field === 'within') {
      test.within = from.within ?? '30 days';
    } else {
      const old = from[field] ?? (field === 'from' ? number(from.value) : undefined);
      if (old !== undefined) test[field] = old;
    }
  }
  return test;
}

/** The fields of a test among others. */
export function testOf(leaf: Partial<Test>): Test {
  return asked(leaf.operator ?? 'gte', leaf.operator === undefined ? { value: 1 } : leaf);
}

/** Whether a test is said in full. */
export function said(test: Partial<Test>): boolean {
  if (test.operator === undefined) return true;
  return FIELDS[test.operator].every((field) => {
    const value = test[field];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '' && !(typeof value === 'number' && Number.isNaN(value));
  }) && !(test.operator === 'between' && (test.from ?? 0) > (test.to ?? 0));
}

export const named = (path: Path) => (typeof path === 'string' ? path !== '' : path.length > 0);
export const dotted = (path: Path) => (typeof path === 'string' ? path : path.join('.'));

const whole = (window: Window | undefined) =>
  window === undefined || window === 'ever' || 'last' in window || 'calendar' in window || ('since' in window ? named(window.since) : window.between[0] !== '' && window.between[1] !== '' && window.between[0] < window.between[1]);
const wheres = (where: Where[] | undefined) => (where ?? []).every((each) => named(each.property) && said(each));

/** Whether a condition has no gaps, so that it can be asked. */
export function complete(leaf: Leaf): boolean {
  if ('trait' in leaf) return named(leaf.trait) && said(leaf);
  if ('event' in leaf) return leaf.event !== '' && said(leaf) && wheres(leaf.where) && whole(leaf.window) && (leaf.aggregate === undefined || leaf.aggregate === 'count' || (leaf.property !== undefined && named(leaf.property) && leaf.operator !== undefined));
  if ('sequence' in leaf) return leaf.sequence.length > 1 && leaf.sequence.every((step) => step.event !== '' && wheres(step.where)) && whole(leaf.window);
  if ('segment' in leaf) return leaf.segment !== '';
  if ('score' in leaf) return leaf.score !== '' && said(leaf);
  if ('consent' in leaf) return leaf.consent !== '';
  return 'members' in leaf.account || complete(leaf.account);
}

export const UNITS = ['minutes', 'hours', 'days', 'weeks', 'months'] as const;
export type Unit = (typeof UNITS)[number];

/** `2 days` in its parts. */
export function span(written: string): { amount: number; unit: Unit } {
  const [amount = '', unit = ''] = written.split(' ');
  return { amount: Number(amount), unit: UNITS.find((each) => each === unit || each.slice(0, -1) === unit) ?? 'days' };
}

/** Whether it asks that something never happened. */
export const never = (leaf: EventLeaf): boolean =>
  (leaf.aggregate ?? 'count') === 'count' && ((leaf.operator === 'equals' && leaf.value === 0) || (leaf.operator === 'lt' && leaf.value === 1) || (leaf.operator === 'lte' && leaf.value === 0));
/** Whether it asks that something happened at all. */
export const ever = (leaf: EventLeaf): boolean =>
  (leaf.aggregate ?? 'count') === 'count' && (leaf.operator === undefined || (leaf.operator === 'gte' && leaf.value === 1) || (leaf.operator === 'gt' && leaf.value === 0));
