import type { Burst, Lively } from '../../api/live';

/** The end of a stream that never ends: what is shown, what is held back, and what is true of all. */
export type Tail = {
  rows: Lively[];
  /** Came while the list was paused; shown when it goes on. */
  held: Lively[];
  passed: number;
  missed: number;
  /** How many passed, and when; of the last seconds. */
  bursts: { at: number; passed: number }[];
};

export const MOST = 1_000;
const WINDOW_MS = 5_000;

export const begin = (): Tail => ({ rows: [], held: [], passed: 0, missed: 0, bursts: [] });

/** Takes what came, the newest on top; more than MOST fall out at the end. */
export function add(tail: Tail, burst: Burst, at: number, paused: boolean): Tail {
  const fresh = [...burst.events].reverse();
  const waiting = [...fresh, ...tail.held].slice(0, MOST);
  return {
    rows: paused ? tail.rows : [...waiting, ...tail.rows].slice(0, MOST),
    held: paused ? waiting : [],
    passed: tail.passed + burst.passed,
    missed: tail.missed + burst.missed,
    bursts: [...tail.bursts.filter((each) => at - each.at < WINDOW_MS), { at, passed: burst.passed }],
  };
}

/** Goes on after a pause: what waited is shown. */
export const release = (tail: Tail): Tail => ({ ...tail, rows: [...tail.held, ...tail.rows].slice(0, MOST), held: [] });

/** How many a second pass, in truth and not only in sight. */
export const perSecond = (tail: Tail, now: number) =>
  tail.bursts.filter((each) => now - each.at < WINDOW_MS).reduce((sum, each) => sum + each.passed, 0) / (WINDOW_MS / 1000);
