import type { Plan, Policy } from '../../api/plans';

/** The plan that holds for a source: its own, or that of all others. */
export function planOf(source: string, plans: Plan[]): { plan: Plan; policy: Policy } | undefined {
  for (const wanted of [source, '*']) {
    for (const plan of plans) {
      const policy = plan.sources?.find((each) => each.source === wanted);
      if (policy) return { plan, policy };
    }
  }
  return undefined;
}
