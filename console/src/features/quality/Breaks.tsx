import { lazy, Suspense } from 'react';
import type { components } from '../../api/types/quality';

export type PlanBreak = components['schemas']['PlanBreak'];
export type Break = components['schemas']['Break'];

// Most drafts break nothing.
const Listed = lazy(() => import('./ListedBreaks'));

/** What a draft takes away that somebody reads: of a plan its fields, of transformations their steps. */
export function Breaks({ plan = [], steps = [] }: { plan?: PlanBreak[]; steps?: Break[] }) {
  if (plan.length === 0 && steps.length === 0) return null;
  return (
    <Suspense>
      <Listed plan={plan} steps={steps} />
    </Suspense>
  );
}
