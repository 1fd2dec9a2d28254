import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';
import type { components, operations } from './types/rights';

export type Term = components['schemas']['Term'];
export type Terms = components['schemas']['Terms'];
export type Run = components['schemas']['RetentionRun'];
export type Due = operations['previewRetention']['responses']['200']['content']['application/json'];
const PAGE = 20;

const running = (terms: Terms | undefined) => terms?.lastRun !== undefined && terms.lastRun.state !== 'done';

/** For how long things are kept; looked at more often while a run goes on. */
export const terms = queryOptions({
  queryKey: ['terms'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/retention', { signal })),
  staleTime: 500,
  refetchInterval: (query) => (running(query.state.data) ? 700 : 15_000),
});

/** The reports, the latest first. */
export const runs = infiniteQueryOptions({
  queryKey: ['terms-runs'],
  queryFn: ({ pageParam, signal }) => ask(api.GET('/api/v1/retention/runs', { params: { query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
  initialPageParam: '',
  getNextPageParam: (page) => page.next ?? undefined,
  staleTime: 500,
});

/** The versions of the rules, the newest first. */
export const termsVersions = infiniteQueryOptions({
  queryKey: ['terms-versions'],
  queryFn: ({ pageParam, signal }) => ask(api.GET('/api/v1/retention/versions', { params: { query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
  initialPageParam: '',
  getNextPageParam: (page) => page.next ?? undefined,
});

/** What a run would take away. @param rules that nobody saved; those in force when absent */
export const foreseen = (rules?: Term[]) => ask(api.POST('/api/v1/retention/preview', { body: rules ? { rules } : {} }));
export const runNow = () => ask(api.POST('/api/v1/retention/runs'));

/** @param version that was seen; another one's save meanwhile is told, not written over */
export const saveTerms = (version: number, rules: Term[], reason: string) => ask(api.PUT('/api/v1/retention', { params: { header: { 'If-Match': `"${version}"` } }, body: { rules, ...(reason ? { reason } : {}) } }));
