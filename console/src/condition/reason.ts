import type { Condition, Form, Leaf, Scalar } from './model';
import { plain, type Sentence, type Words } from './sentence';

/** Why somebody is in a segment or is not, as the API tells it: the condition's own tree. */
export type Reason = { result: 'match' | 'no_match' | 'unknown'; changesAt?: string; form?: Form; condition?: Condition; facts?: Facts; of?: Reason[] };
type Seen = { time: string; value?: Scalar };
type Facts = { value?: unknown; count?: number; events?: Seen[]; exact?: boolean; completedAt?: string; steps?: Seen[][]; account?: string; matching?: number; members?: number };

/**
 * A reason in words.
 *
 * @param text the condition's sentence, or how a group joins its parts
 * @param because what decided it, the most telling first
 */
export type Told = { result: Reason['result']; text: string; group: boolean; because: string[]; changesAt?: string; of: Told[] };

type Saying = Pick<Words, 't' | 'num'> & { moment: (at: string) => string };

export function tell(reason: Reason, sentence: Sentence, words: Saying): Told {
  const { result, changesAt } = reason;
  const of = (reason.of ?? []).map((part) => tell(part, sentence, words));
  if (reason.form) return { result, text: words.t(`forms.${reason.form}`), group: true, because: [], of, ...(changesAt ? { changesAt } : {}) };
  const text = reason.condition ? plain(sentence.of(reason.condition as Leaf)) : '';
  return { result, text, group: false, because: because(reason, words), of, ...(changesAt ? { changesAt } : {}) };
}

function because(reason: Reason, { t, num, moment }: Saying): string[] {
  const { condition, facts = {}, result } = reason;
  if (!condition) return [];
  const shown = (value: unknown): string =>
    typeof value === 'number' ? num(value) : typeof value === 'boolean' ? t(`say.${value}`) : Array.isArray(value) ? value.map(shown).join(', ') : typeof value === 'string' ? value : JSON.stringify(value);
  if ('event' in condition) {
    const said: string[] = [];
    const count = facts.count ?? 0;
    if (facts.value !== undefined && (condition.aggregate ?? 'count') !== 'count') said.push(t('why.value', { value: shown(facts.value) }));
    said.push(count === 0 ? t('why.none') : t('why.count', { n: num(count) }));
    const last = facts.events?.[0];
    if (last) said.push(t('why.last', { time: moment(last.time) }));
    if (facts.exact === false) said.push(t('why.rough'));
    return said;
  }
  if ('sequence' in condition) {
    if (facts.completedAt) return [t('why.completed', { time: moment(facts.completedAt) })];
    const done = (facts.steps ?? []).filter((step) => step.length > 0).length;
    return [t('why.steps', { n: num(done), of: num(condition.sequence.length) })];
  }
  if ('segment' in condition) return [t(result === 'match' ? 'why.member' : 'why.noMember')];
  if ('consent' in condition) return [t(result === 'match' ? 'why.consented' : 'why.noConsent')];
  if (facts.account !== undefined) return [t('why.account', { name: facts.account, n: num(facts.matching ?? 0), of: num(facts.members ?? 0) })];
  return [facts.value === undefined ? t('why.unknown') : t('why.value', { value: shown(facts.value) })];
}

