import { queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';
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

/** Tries out what is in force on a group; nothing changes. */
export const tryOut = (id: string) => ask(api.POST('/api/v1/quarantine/groups/{id}/preview', { params: { path: { id } }, body: { limit: 20 } }));

export const trial = (id: string | undefined) =>
  queryOptions({
    queryKey: ['quarantine-trial', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/quarantine/previews/{id}', { params: { path: { id: id! } }, signal })),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data?.status === 'running' || query.state.data === undefined ? 500 : false),
  });

export const release = (id: string) => ask(api.POST('/api/v1/quarantine/groups/{id}/release', { params: { path: { id } }, body: {} }));
export const drop = (id: string, reason: string) => ask(api.POST('/api/v1/quarantine/groups/{id}/drop', { params: { path: { id } }, body: { reason } }));
