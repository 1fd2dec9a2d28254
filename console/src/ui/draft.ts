/**
 * Something that is being changed, with the way back and forth.
 *
 * @param tag of the step that is being taken; more changes under the same tag are one step
 */
export type Draft<T> = { past: T[]; now: T; future: T[]; tag?: string };

const MOST = 200;

export const begin = <T>(now: T): Draft<T> => ({ past: [], now, future: [] });

/**
 * A further step; what was undone before it is gone.
 *
 * @param tag what is typed letter by letter is undone as a whole
 */
export const change = <T>(draft: Draft<T>, now: T, tag?: string): Draft<T> => ({
  past: tag !== undefined && tag === draft.tag ? draft.past : [...draft.past, draft.now].slice(-MOST),
  now,
  future: [],
  ...(tag === undefined ? {} : { tag }),
});

export function undo<T>(draft: Draft<T>): Draft<T> {
  const before = draft.past.at(-1);
  return before === undefined ? draft : { past: draft.past.slice(0, -1), now: before, future: [draft.now, ...draft.future] };
}

export function redo<T>(draft: Draft<T>): Draft<T> {
  const [next, ...future] = draft.future;
  return next === undefined ? draft : { past: [...draft.past, draft.now], now: next, future };
}
