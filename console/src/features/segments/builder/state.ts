import { useCallback, useMemo, useRef, useState } from 'react';
import { useHotkeys } from '@mantine/hooks';
import type { Condition } from '../../../condition/model';
import { opened, written, type GroupNode } from '../../../condition/tree';
import { begin, change, redo, undo, type Draft } from '../../../ui/draft';

/** What is saved of a segment, while it is being written. */
export type Plan = { name: string; folder: string; labels: string; root: GroupNode };

export const planOf = (from: { name?: string; folder?: string; labels?: string[]; condition?: Condition }): Plan => ({
  name: from.name ?? '',
  folder: from.folder ?? '',
  labels: (from.labels ?? []).join(', '),
  root: opened(from.condition),
});

export const labelsOf = (written: string) => [...new Set(written.split(',').map((label) => label.trim()).filter((label) => label !== ''))];

/** The plan with its way back and forth. */
export function usePlan(initial: () => Plan) {
  const [draft, setDraft] = useState<Draft<Plan>>(() => begin(initial()));
  const sitting = useRef(0);
  const set = useCallback((step: (plan: Plan) => Plan, tag?: string) => {
    setDraft((old) => {
      const next = step(old.now);
      return next === old.now ? old : change(old, next, tag === undefined ? undefined : `${tag} ${sitting.current}`);
    });
  }, []);
  const tree = useCallback((step: (root: GroupNode) => GroupNode, tag?: string) => set((plan) => {
    const root = step(plan.root);
    return root === plan.root ? plan : { ...plan, root };
  }, tag), [set]);
  /** What is typed from now on is a step of its own. */
  const rest = useCallback(() => void sitting.current++, []);
  const back = useCallback(() => setDraft(undo), []);
  const forth = useCallback(() => setDraft(redo), []);
  useHotkeys([['mod+Z', back], ['mod+shift+Z', forth], ['mod+Y', forth]]);
  const { root } = draft.now;
  const whole = useMemo(() => written(root), [root]);
  return { plan: draft.now, whole, set, tree, rest, undo: back, redo: forth, canUndo: draft.past.length > 0, canRedo: draft.future.length > 0 };
}
