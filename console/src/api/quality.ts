import { queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';
import type { PlanDocument } from './plans';
import { bodyOf, type Changing } from './transformations';
import type { components } from './types/quality';

export type Group = components['schemas']['Group'];
export type Trial = components['schemas']['Trial'];

/** What a tracking plan finds fault with; all other causes are those of the tracking API. */
export const PLAN_CODES: ReadonlySet<string> = new Set([
  'unplanned_event', 'unplanned_property', 'missing_property', 'wrong_type', 'value_not_allowed', 'pattern_mismatch', 'wrong_format', 'number_out_of_range', 'wrong_length', 'wrong_count', 'repeated_item',
  'property_name_not_allowed', 'schema_mismatch', 'schema_too_deep',
]);

/** What waits in quarantine, by its cause. */
export const groups = (source?: string) =>
  queryOptions({
    queryKey: ['quarantine-groups', source ?? ''],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/quarantine/groups', { params: { query: source ? { source } : {} }, signal })),
    staleTime: 2_000,
    refetchInterval: 5_000,
  });

export const trial = (id: string | undefined) =>
  queryOptions({
    queryKey: ['quarantine-trial', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/quarantine/previews/{id}', { params: { path: { id: id! } }, signal })),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data?.status === 'running' || query.state.data === undefined ? 500 : false),
  });

export const drop = (id: string, reason: string) => ask(api.POST('/api/v1/quarantine/groups/{id}/drop', { params: { path: { id } }, body: { reason } }));

export type Sample = NonNullable<Group['samples']>[number];
export type Repair = components['schemas']['Repair'];
/** What is tried on a group beside what is in force; see `Draft`. */
export type Fix = { transformations?: Changing; plan?: PlanDocument & { id: string } };

/** A group with samples; it is gone once nothing of it waits. */
export const group = (id: string) =>
  queryOptions({ queryKey: ['quarantine-group', id], queryFn: ({ signal }) => ask(api.GET('/api/v1/quarantine/groups/{id}', { params: { path: { id } }, signal })), staleTime: 1_000, refetchInterval: (query) => (query.state.error ? false : 3_000) });

/** Releases and droppings, the latest first; looked at more often while one goes on. */
export const repairs = queryOptions({
  queryKey: ['quarantine-repairs'],
  queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/quarantine/repairs', { signal }))).repairs,
  staleTime: 500,
  refetchInterval: (query) => (query.state.data?.some(({ status }) => status === 'running') ? 700 : 10_000),
});

/** Tries a fix out on all of a group; nothing changes. */
export const tryFix = (id: string, { transformations, plan }: Fix) =>
  ask(api.POST('/api/v1/quarantine/groups/{id}/preview', { params: { path: { id } }, body: { ...(transformations ? { transformations: bodyOf(transformations) } : {}), ...(plan ? { plan: plan as components['schemas']['Plan'] } : {}), limit: 20 } }));

/** Decides a group again by what is in force. @param reason what was mended, in the author's words */
export const decideAgain = (id: string, reason: string) => ask(api.POST('/api/v1/quarantine/groups/{id}/release', { params: { path: { id } }, body: { reason } }));
