import { lazy, Suspense } from 'react';
import type { Reason } from '../../condition/reason';
import { Loading } from '../../ui/states';

const ReasonTree = lazy(async () => ({ default: (await import('./ReasonTree')).ReasonTree }));

/** Why somebody is in or is not; what says so is fetched when it is first asked. */
export function Explained({ reason, name }: { reason: Reason; name?: string }) {
  return (
    <Suspense fallback={<Loading rows={2} />}>
      <ReasonTree reason={reason} name={name} />
    </Suspense>
  );
}
