import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';
import type { components, operations } from './types/consent';

export type Purpose = components['schemas']['Purpose'];
export type Reach = components['schemas']['Reach'];
export type PurposeDraft = NonNullable<operations['createPurpose']['requestBody']['content']['application/json']>;
export type Standing = operations['profileConsents']['responses']['200']['content']['application/json'];
export type Standings = Standing['purposes'][number];
export type Order = operations['recordConsents']['requestBody']['content']['application/json'];
export type Decision = Order['consents'][number]['decision'];

/** What a statement says, see `LedgerPayload`; the API's own types leave it open. */
export type Said = {
  identifiers: string[];
  purpose: string;
  statedAs?: string;
  decision: Decision;
  repeated?: boolean;
  time: string;
  receivedAt: string;
  wording?: { version?: string; language?: string; hash?: string };
  definition?: { version: number; hash: string };
  channel?: string;
  source: string;
  actor?: string;
  guardian?: { name?: string; relation?: string; contact?: string; method?: string };
  expiresAt?: string;
  evidence?: { messageId?: string; position?: string; ip?: string; userAgent?: string; page?: string };
};
export type Entry = Omit<components['schemas']['Entry'], 'said'> & { said?: Said };

export const purposes = queryOptions({
  queryKey: ['purposes'],
  queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/purposes', { signal }))).purposes,
  staleTime: 10_000,
});

export const purpose = (key: string) =>
  queryOptions({
    queryKey: ['purpose', key],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/purposes/{key}', { params: { path: { key } }, signal })),
    staleTime: 5_000,
  });

export const createPurpose = (draft: PurposeDraft) => ask(api.POST('/api/v1/purposes', { body: draft }));

/** @param version that was seen; another one's save meanwhile is told, not written over */
export const changePurpose = (key: string, version: number, draft: PurposeDraft) => ask(api.PATCH('/api/v1/purposes/{key}', { params: { path: { key }, header: { 'If-Match': `"${version}"` } }, body: draft }));

/** For what somebody's data may be used. @param at an instant to look back at; absent for now */
export const standing = (who: string, at?: string) =>
  queryOptions({
    queryKey: ['standing', who, at ?? 'now'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/profiles/{who}/consents', { params: { path: { who }, query: at ? { at } : {} }, signal })),
    staleTime: at ? Infinity : 2_000,
    refetchInterval: at ? false : 5_000,
  });

/** What the ledger has of somebody, the newest first. */
export const statements = (who: string) =>
  infiniteQueryOptions({
    queryKey: ['statements', who],
    queryFn: async ({ pageParam, signal }) =>
      (await ask(api.GET('/api/v1/profiles/{who}/consents/history', { params: { path: { who }, query: { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } }, signal }))) as { entries: Entry[]; next?: string },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 5_000,
  });

/** Records what somebody decided; comes back once the ledger has it. */
export async function record(order: Order & { profile: string }): Promise<void> {
  const { position } = await ask(api.POST('/api/v1/consents', { body: order }));
  await ask(api.GET('/api/v1/profiles/{who}/consents/history', { params: { path: { who: order.profile }, query: { limit: 1, 'at-least': position } as { limit: number } } }));
}

export const ledger = queryOptions({
  queryKey: ['ledger'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/consents', { signal })),
  staleTime: 2_000,
  refetchInterval: 5_000,
});

/** An entry never changes, but that an erasure takes what it said. */
export const entry = (number: number) =>
  queryOptions({
    queryKey: ['entry', number],
    queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/consents/{number}', { params: { path: { number: String(number) } }, signal }))) as Entry,
    staleTime: 30_000,
  });

export const receiptOf = (number: number) => `/api/v1/consents/${number}/receipt`;

/** How many members each check leaves for a purpose. */
export const reach = (id: string, key: string | undefined) =>
  queryOptions({
    queryKey: ['reach', id, key],
    queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/segments/{id}/reach', { params: { path: { id }, query: { purpose: key! } }, signal }))).reach,
    enabled: key !== undefined,
    staleTime: 2_000,
    refetchInterval: 10_000,
  });

/** How a purpose is called in a language; by its key where nobody named it. */
export const titled = (known: Purpose[] | undefined, key: string, language: string): string => {
  const titles = known?.find((each) => each.key === key)?.titles;
  return titles?.[language] ?? Object.values(titles ?? {})[0] ?? key;
};
