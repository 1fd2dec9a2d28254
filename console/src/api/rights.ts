import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';
import type { components, operations } from './types/rights';

export type Erasure = components['schemas']['Erasure'];
export type Foreseen = components['schemas']['Foreseen'];
export type PlaceStanding = components['schemas']['Place'];

/** All erasures, the newest first. */
export const erasures = infiniteQueryOptions({
  queryKey: ['erasures'],
  queryFn: ({ pageParam, signal }) => ask(api.GET('/api/v1/erasures', { params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
  staleTime: 2_000,
  refetchInterval: 5_000,
});

/** An erasure, looked at more often while it comes along. */
export const erasure = (id: string) =>
  queryOptions({
    queryKey: ['erasure', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/erasures/{id}', { params: { path: { id } }, signal })),
    staleTime: 500,
    refetchInterval: (query) => (query.state.data?.state === 'scrubbed' ? false : 1_000),
  });

/** What an erasure would take out of every place; nothing changes. */
export const foreseen = (profile: string) =>
  queryOptions({
    queryKey: ['foreseen', profile],
    queryFn: async ({ signal }) => (await ask(api.POST('/api/v1/erasures', { params: { query: { preview: true } }, body: { profile, scrub: 'later' }, signal }))) as unknown as Foreseen,
    staleTime: 0,
    gcTime: 0,
  });

export const erase = (profile: string, reason: string, scrub: 'now' | 'later') => ask(api.POST('/api/v1/erasures', { body: { profile, reason, scrub } })) as unknown as Promise<Erasure>;

export const scrub = (id: string) => ask(api.POST('/api/v1/erasures/{id}/scrub', { params: { path: { id } } }));

/** @param language of the page for people; absent for the signed JSON */
export const certificateOf = (id: string, language?: string) => `/api/v1/erasures/${encodeURIComponent(id)}/certificate${language ? `?format=html&lang=${language}` : ''}`;

export type RightsRequest = components['schemas']['Request'];
export type RequestKind = NonNullable<operations['makeRightsRequest']['requestBody']['content']['application/json']['kind']>;
export type RequestChange = operations['changeRightsRequest']['requestBody']['content']['application/json'];

/** Below it stands all that is known of requests. */
export const REQUESTS = ['requests'];

export const makeRequest = (profile: string, kind: RequestKind) => ask(api.POST('/api/v1/rights-requests', { body: { profile, kind } }));
export const changeRequest = (id: string, change: RequestChange) => ask(api.PATCH('/api/v1/rights-requests/{id}', { params: { path: { id } }, body: change }));
