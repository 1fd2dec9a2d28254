import { dotted, never, span, testOf, type AccountLeaf, type Condition, type EventLeaf, formOf, type Group, type Leaf, partsOf, type Path, type Scalar, type SequenceLeaf, type Step, type Test, type Where, type Window } from './model';
import { onward, particle } from './particle';

/**
 * Some words of a sentence. What has a slot is a chip: it opens the editor of that part.
 *
 * @param gap whether it stands for something that is not said yet
 */
export type Part = { text: string; slot?: string; strong?: boolean; gap?: boolean };

export type Words = {
  t: (key: string, options?: Record<string, unknown>) => string;
  num: (n: number) => string;
  date: (day: string) => string;
  event: (name: string) => string;
  trait: (path: Path) => string;
  property: (path: Path) => string;
  segment: (id: string) => string;
  purpose: (name: string) => string;
};

type Filling = string | Part | Part[];

/** A template with `[slot]`s filled in; `[slot|을/를]` is followed by the particle that fits. */
function compose(template: string, fillings: Record<string, Filling | undefined>): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const hole of template.matchAll(/\[(\w+)(?:\|([^\]]+))?\]/g)) {
    if (hole.index > from) parts.push({ text: template.slice(from, hole.index) });
    const filling = fillings[hole[1]!] ?? '';
    const filled: Part[] = typeof filling === 'string' ? [{ text: filling }] : Array.isArray(filling) ? filling : [filling];
    parts.push(...filled);
    if (hole[2]) parts.push({ text: particle(filled.map(({ text }) => text).join(''), hole[2]) });
    from = hole.index + hole[0].length;
  }
  if (from < template.length) parts.push({ text: template.slice(from) });
  return parts.filter(({ text }) => text !== '');
}

export const plain = (parts: Part[]) => parts.map(({ text }) => text).join('');

/** A day later or earlier; an instant stays as it is. */
export function dayAfter(value: string, days: number): string {
  if (value.length !== 10) return value;
  const date = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? value : new Date(date.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Says conditions in the reader's language, as chips. */
export class Sentence {
  private readonly words: Words;

  constructor(words: Words) {
    this.words = words;
  }

  /** A leaf, alone in its row. */
  of(leaf: Leaf, slot = ''): Part[] {
    const { t } = this.words;
    if ('trait' in leaf) return this.tested(this.name(leaf.trait === '' ? '' : this.words.trait(leaf.trait), `${slot}trait`, 'trait'), leaf, `${slot}test`);
    if ('event' in leaf) return this.events(leaf, slot);
    if ('sequence' in leaf) return this.sequence(leaf, slot);
    if ('segment' in leaf) return compose(t('say.segment'), { name: this.name(leaf.segment === '' ? '' : this.words.segment(leaf.segment), `${slot}segment`, 'segment') });
    if ('consent' in leaf) return compose(t('say.consent'), { name: this.name(leaf.consent === '' ? '' : this.words.purpose(leaf.consent), `${slot}consent`, 'purpose') });
    if ('score' in leaf) return this.tested(this.name(leaf.score, `${slot}score`, 'score'), leaf, `${slot}test`);
    return this.account(leaf);
  }

  /** A whole condition in one line, groups in brackets. */
  text(condition: Condition, nested = false): string {
    const form = formOf(condition);
    if (!form) return plain(this.of(condition as Leaf));
    const { t } = this.words;
    const parts = partsOf(condition as Group).map((part) => this.text(part, true));
    const joined = parts.join(` ${t(form === 'all' ? 'say.and' : 'say.or')} `);
    if (form === 'none') return t('say.noneOf', { list: joined });
    return nested && parts.length > 1 ? `(${joined})` : joined;
  }

  private name(text: string, slot: string, gap: string): Part {
    return text === '' ? { text: this.words.t(`say.gap.${gap}`), slot, gap: true } : { text, slot, strong: true };
  }

  // ---- tests

  private tested(name: Filling, test: Test, slot: string): Part[] {
    return compose(this.words.t(`say.test.${test.operator}`), { name, ...this.values(test, slot) });
  }

  /** What an operator compares with, for the templates. */
  private values(test: Test, slot: string): Record<string, Filling> {
    const { t, num, date } = this.words;
    const chip = (text: string | undefined): Part => (text === undefined || text === '' ? { text: t('say.gap.value'), slot, gap: true } : { text, slot });
    switch (test.operator) {
      case 'in': {
        const values = test.values ?? [];
        if (values.length === 0) return { v: chip(undefined) };
        return { v: values.flatMap((value, i) => [...(i > 0 ? [{ text: ` ${t('say.or')} ` }] : []), chip(this.scalar(value))]) };
      }
      case 'between':
        return { v: test.from === undefined || test.to === undefined ? chip(undefined) : chip(t('say.between', { a: num(test.from), b: num(test.to) })) };
      case 'within_last':
        return { v: chip(t('say.last', { span: this.span(test.within ?? '') })) };
      case 'within_next':
      case 'anniversary_within':
        return { v: chip(t('say.next', { span: this.span(test.within ?? '') })) };
      case 'before':
        return { v: chip(test.value === undefined ? undefined : date(String(test.value))) };
      case 'after':
        // After a day is from the next one on.
        return { v: chip(test.value === undefined ? undefined : date(dayAfter(String(test.value), 1))) };
      case 'exists':
      case 'not_exists':
        return { v: { text: t(`say.${test.operator}`), slot } };
      default:
        return { v: chip(test.value === undefined || test.value === '' ? undefined : this.bound(test)) };
    }
  }

  private bound(test: Test): string {
    const v = this.scalar(test.value as Scalar);
    return ['gt', 'gte', 'lt', 'lte'].includes(test.operator) ? this.words.t(`say.bound.${test.operator}`, { v }) : v;
  }

  private scalar(value: Scalar): string {
    if (typeof value === 'number') return this.words.num(value);
    return typeof value === 'boolean' ? this.words.t(`say.${value}`) : value;
  }

  span(written: string): string {
    const { amount, unit } = span(written);
    return this.words.t(amount === 1 ? `say.one.${unit}` : `say.units.${unit}`, { n: this.words.num(amount) });
  }

  // ---- events

  private events(leaf: EventLeaf, slot: string): Part[] {
    const { t } = this.words;
    const fillings = {
      event: this.name(leaf.event === '' ? '' : this.words.event(leaf.event), `${slot}event`, 'event'),
      where: this.where(leaf.where, slot),
      window: this.window(leaf.window, `${slot}window`),
    };
    if ((leaf.aggregate ?? 'count') === 'count') {
      if (never(leaf)) return compose(t('say.never'), { ...fillings, measure: { text: t('say.neverWord'), slot: `${slot}measure` } });
      return compose(t('say.did'), { ...fillings, measure: { text: this.times(testOf(leaf)), slot: `${slot}measure` } });
    }
    const property = leaf.property === undefined || leaf.property === '' ? '' : this.words.property(leaf.property);
    const of: Part = property === '' ? { text: t('say.gap.property'), slot: `${slot}measure`, gap: true } : { text: t(`say.of.${leaf.aggregate}`, { name: property }), slot: `${slot}measure`, strong: true };
    const test = testOf(leaf);
    const subject = compose(t('say.measured'), { ...fillings, measure: of });
    return this.tested(subject, test, `${slot}measure`);
  }

  private times(test: Test): string {
    const { t, num } = this.words;
    if (test.operator === 'between') return t('say.timesBetween', { a: num(test.from ?? 0), b: num(test.to ?? 0) });
    const n = typeof test.value === 'number' ? test.value : 1;
    const key = test.operator === 'equals' ? 'exactly' : test.operator;
    return t(n === 1 ? `say.once.${key}` : `say.times.${key}`, { n: num(n), defaultValue: `${test.operator} ${n}` });
  }

  private where(where: Where[] | undefined, slot: string): Part[] {
    const { t } = this.words;
    return (where ?? []).flatMap((each, i) => {
      const name = dotted(each.property) === '' ? t('say.gap.property') : this.words.property(each.property);
      const inner = compose(t(`say.which.${each.operator}`), { name, ...this.values(each, '') });
      // In Korean all but the last go on: 신발이고 빨강인.
      const chip: Part = { text: i < where!.length - 1 ? onward(plain(inner)) : plain(inner), slot: `${slot}where.${i}`, gap: dotted(each.property) === '' || inner.some(({ gap }) => gap) };
      return compose(t(i === 0 ? 'say.whereFirst' : 'say.whereNext'), { where: chip });
    });
  }

  private window(window: Window | undefined, slot: string): Part[] {
    const { t } = this.words;
    if (window === undefined || window === 'ever') return [{ text: t('say.window.ever'), slot }];
    if ('last' in window) return compose(t('say.window.last'), { v: { text: t('say.last', { span: this.span(window.last) }), slot } });
    if ('calendar' in window) return [{ text: t(`say.period.${window.calendar}`), slot }];
    if ('since' in window) return compose(t('say.window.since'), { v: dotted(window.since) === '' ? { text: t('say.gap.date'), slot, gap: true } : { text: this.words.trait(window.since), slot } });
    const [from, to] = window.between;
    if (from === '' || to === '') return [{ text: t('say.gap.date'), slot, gap: true }];
    const { first, last } = days(from, to);
    return compose(t('say.window.between'), { a: { text: this.words.date(first), slot }, b: { text: this.words.date(last), slot } });
  }

  private sequence(leaf: SequenceLeaf, slot: string): Part[] {
    const { t } = this.words;
    const steps = leaf.sequence.flatMap((step, i) => this.step(step, i, slot));
    return compose(t('say.sequence'), { window: this.window(leaf.window, `${slot}window`), steps });
  }

  private step(step: Step, i: number, slot: string): Part[] {
    const { t } = this.words;
    const place = `${slot}step.${i}`;
    const event = this.name(step.event === '' ? '' : this.words.event(step.event), `${place}.event`, 'event');
    const within: Part[] = step.within === undefined ? [] : compose(t('say.within'), { v: { text: this.span(step.within), slot: `${place}.within` } });
    return compose(t(i === 0 ? 'say.firstStep' : step.not ? 'say.notStep' : 'say.nextStep'), { event, within, where: this.where(step.where, `${place}.`) });
  }

  private account({ account }: AccountLeaf): Part[] {
    const { t } = this.words;
    if ('members' in account) return compose(t(`say.members.${account.members}`), { list: this.text(account.condition, true) });
    return compose(t('say.account'), { name: this.tested(this.name(account.trait === '' ? '' : this.words.trait(account.trait), 'account.trait', 'trait'), account, 'account.test') });
  }
}

/** Two instants as the first and the last day, where days are meant; the end is not included. */
export function days(from: string, to: string): { first: string; last: string } {
  const local = (at: string, less = 0) => {
    const date = new Date(new Date(at).getTime() - less);
    return Number.isNaN(date.getTime()) ? at : `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
  };
  return { first: local(from), last: local(to, 1) };
}
