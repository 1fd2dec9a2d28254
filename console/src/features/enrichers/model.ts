import { CACHE, CIRCUIT, LIMITS, type Draft } from '../../api/enrichers';

/** Something to begin with: it asks nobody before it is switched on. */
export const EMPTY: Draft = { name: '', status: 'draft', events: [], purpose: '', recipient: '', party: 'third', request: { method: 'GET', url: '' }, answer: [] };

/** `name = /place` on each line. */
export const pairsOf = (lines: string): [string, string][] =>
  lines
    .split('\n')
    .map((line): [string, string] => {
      const at = line.indexOf('=');
      return at < 0 ? [line.trim(), ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    })
    .filter(([name, value]) => name !== '' || value !== '');

export const linesOf = (pairs: [string, string][]): string => pairs.map(([name, value]) => `${name} = ${value}`).join('\n');

/** Words between commas, each once. */
export const wordsOf = (written: string): string[] => [...new Set(written.split(',').map((each) => each.trim()).filter((each) => each !== ''))];

/** An id of a name, as far as its letters can stand in one; one that is free. */
export function idOf(name: string, taken: string[]): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40) || 'enricher';
  let id = plain;
  for (let n = 2; taken.includes(id); n++) id = `${plain}-${n}`;
  return id;
}

/** What each limit is without anybody's word. */
export const USUAL = { perSecond: 10, concurrency: 4, timeoutMs: 5_000, answerKb: 64, attempts: 5, ttlSeconds: 86_400, missingTtlSeconds: 3_600, maxMb: 64, failures: 5, pauseSeconds: 60 } as const;
export type Limit = (typeof LIMITS)[number] | (typeof CACHE)[number] | (typeof CIRCUIT)[number];
export const GROUPS = { limits: LIMITS, cache: CACHE, circuit: CIRCUIT } as const;

/** A draft with a limit; without one it is the usual. */
export function limited(draft: Draft, group: keyof typeof GROUPS, name: Limit, value: number | undefined): Draft {
  const { [name]: _before, ...others } = draft[group] ?? {};
  const next = value === undefined ? others : { ...others, [name]: value };
  const { [group]: _group, ...rest } = draft;
  return Object.keys(next).length === 0 ? rest : { ...rest, [group]: next };
}

/** Whether enough is said to try it out. */
export const ready = ({ name, purpose, recipient, request, answer, events, when }: Draft): boolean =>
  Boolean(name && purpose && recipient && request.url && answer.length > 0 && (events?.length || when));
