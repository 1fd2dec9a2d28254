import { queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';
import type { components, operations } from './types/rights';

export type Term = components['schemas']['Term'];
export type Terms = components['schemas']['Terms'];
export type Run = components['schemas']['RetentionRun'];
export type Due = operations['previewRetention']['responses']['200']['content']['application/json'];

const running = (terms: Terms | undefined) => terms?.lastRun !== undefined && terms.lastRun.state !== 'done';

/** For how long things are kept; looked at more often while a run goes on. */
export const terms = queryOptions({
  queryKey: ['terms'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/retention', { signal })),
  staleTime: 500,
  refetchInterval: (query) => (running(query.state.data) ? 700 : 15_000),
});

/** The reports, the latest first. */
export const runs = queryOptions({ queryKey: ['terms-runs'], queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/retention/runs', { signal }))).runs, staleTime: 500 });
export const termsVersions = queryOptions({ queryKey: ['terms-versions'], queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/retention/versions', { signal }))).versions });

/** What a run would take away. @param rules that nobody saved; those in force when absent */
export const foreseen = (rules?: Term[]) => ask(api.POST('/api/v1/retention/preview', { body: rules ? { rules } : {} }));
export const runNow = () => ask(api.POST('/api/v1/retention/runs'));

/** @param version that was seen; another one's save meanwhile is told, not written over */
export const saveTerms = (version: number, rules: Term[], reason: string) => ask(api.PUT('/api/v1/retention', { params: { header: { 'If-Match': `"${version}"` } }, body: { rules, ...(reason ? { reason } : {}) } }));
