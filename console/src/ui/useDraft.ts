import { useHotkeys } from '@mantine/hooks';
import { useCallback, useRef, useState } from 'react';
import { begin, change, redo, undo, type Draft } from './draft';

/** Something that is being written, with undo and redo on their keys. */
export function useDraft<T>(initial: () => T) {
  const [draft, setDraft] = useState<Draft<T>>(() => begin(initial()));
  const sitting = useRef(0);
  /** @param tag what is typed under one tag without a rest is undone as a whole */
  const set = useCallback((step: (now: T) => T, tag?: string) => {
    setDraft((old) => {
      const next = step(old.now);
      return next === old.now ? old : change(old, next, tag === undefined ? undefined : `${tag} ${sitting.current}`);
    });
  }, []);
  /** What is typed from now on is a step of its own. */
  const rest = useCallback(() => void sitting.current++, []);
  const back = useCallback(() => setDraft(undo), []);
  const forth = useCallback(() => setDraft(redo), []);
  useHotkeys([['mod+Z', back], ['mod+shift+Z', forth], ['mod+Y', forth]]);
  return { now: draft.now, set, rest, undo: back, redo: forth, canUndo: draft.past.length > 0, canRedo: draft.future.length > 0 };
}
