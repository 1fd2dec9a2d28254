import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';
import type { RequestChange, RightsRequest } from './rights';
import type { components, operations } from './types/rights';

export type Correction = components['schemas']['Correction'];
export type Decided = operations['automatedDecisions']['responses']['200']['content']['application/json'];
type Kind = NonNullable<NonNullable<operations['rightsRequests']['parameters']['query']>['kind']>;
const PAGE = 50;

/** Requests that wait or were answered, page after page; those of one kind when it is given. */
export const queue = (closed: boolean, kind?: Kind) =>
  infiniteQueryOptions({
    queryKey: ['requests', closed, kind ?? ''],
    queryFn: ({ pageParam, signal }) => ask(api.GET('/api/v1/rights-requests', { params: { query: { closed, limit: PAGE, ...(kind ? { kind } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: 2_000,
    refetchInterval: 10_000,
  });

/** One request, with the person's own words. */
export const oneRequest = (id: string) => queryOptions({ queryKey: ['requests', 'one', id], queryFn: ({ signal }) => ask(api.GET('/api/v1/rights-requests/{id}', { params: { path: { id } }, signal })), staleTime: 5_000 });
export const change = (id: string, to: RequestChange): Promise<RightsRequest> => ask(api.PATCH('/api/v1/rights-requests/{id}', { params: { path: { id } }, body: to }));

/** What was corrected of somebody, the latest first. */
export const correctionsOf = (who: string) => queryOptions({ queryKey: ['corrections', who], queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/profiles/{who}/corrections', { params: { path: { who } }, signal }))).corrections, staleTime: 2_000 });
export const correct = (who: string, wanted: { trait: string; value: unknown; reason: string; request?: string; close?: { outcome: string; identityNote?: string } }) => ask(api.POST('/api/v1/profiles/{who}/corrections', { params: { path: { who } }, body: wanted as never }));
export const takeBack = (who: string, id: string, reason: string) => ask(api.POST('/api/v1/profiles/{who}/corrections/{id}/undo', { params: { path: { who, id } }, body: { reason } }));

/** What is decided of somebody without a person. */
export const decided = (who: string) => queryOptions({ queryKey: ['decided', who], queryFn: ({ signal }) => ask(api.GET('/api/v1/profiles/{who}/automated-decisions', { params: { path: { who } }, signal })), staleTime: 2_000 });

/** Who objects to being decided of without a person. */
export const objections = infiniteQueryOptions({
  queryKey: ['objections'],
  queryFn: ({ pageParam, signal }) => ask(api.GET('/api/v1/restrictions', { params: { query: { automatedDecisions: true, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
  initialPageParam: '',
  getNextPageParam: (page) => page.next ?? undefined,
  staleTime: 2_000,
});

export const object = (profile: string, reason: string) => ask(api.POST('/api/v1/restrictions', { body: { profile, purposes: [], automatedDecisions: true, reason } }));
