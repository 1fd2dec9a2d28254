import { Problem } from '../../api/problem';
import type { Run, Term } from '../../api/keeping';

export const KINDS = ['event', 'trait', 'purpose'] as const;
/** A rule while it is written. */
export type Draft = { kind: (typeof KINDS)[number]; name: string; days: string; events: string; traits: string };

export const draftOf = (term: Term): Draft => ({
  kind: term.purpose !== undefined ? 'purpose' : term.trait !== undefined ? 'trait' : 'event',
  name: term.purpose ?? term.trait ?? term.event ?? '',
  days: term.days === undefined ? '' : String(term.days),
  events: (term.events ?? []).join('\n'),
  traits: (term.traits ?? []).join('\n'),
});

const lines = (text: string) => [...new Set(text.split('\n').map((each) => each.trim()).filter((each) => each !== ''))];

/** The rule as it is saved; what somebody left empty is told by the server. */
export function termOf({ kind, name, days, events, traits }: Draft): Term {
  if (kind === 'purpose') return { purpose: name.trim(), ...(lines(events).length > 0 ? { events: lines(events) } : {}), ...(lines(traits).length > 0 ? { traits: lines(traits) } : {}) };
  return { [kind]: name.trim(), days: Math.trunc(Number(days) || 0) };
}

/** What is wrong with a rule, as the server says it in its detail: `invalid_days /rules/0/days`. */
export const faultsOf = (problem: unknown): { code: string; path: string }[] => (problem instanceof Problem ? [...problem.detail.matchAll(/(\w+) (\/rules(?:\/\d+(?:\/\w+)?)?)/g)].map(([, code = '', path = '']) => ({ code, path })) : []);

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, each) => all + each, 0);

export const taken = ({ events, traits }: Pick<Run, 'events' | 'traits'>) => ({ events: sum(events), traits: sum(traits) });

/** How far a run is, 0 to 100: taking away is its first half, clearing the disk the second. */
export function progress(run: Run): number {
  if (run.state === 'done') return 100;
  if (run.phase === 'scrubbing') return 50;
  const all = sum(run.events);
  return all === 0 ? 0 : Math.min(50, (50 * (run.hidden ?? 0)) / all);
}
