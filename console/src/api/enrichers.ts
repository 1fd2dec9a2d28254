import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Condition } from '../condition/model';
import { api, ask } from './client';
import type { components } from './types/enrichers';

type Written = components['schemas']['Enricher'];
export type Standing = components['schemas']['Standing'];
export type Secret = components['schemas']['Secret'];
export type Failed = components['schemas']['Failures']['failures'][number];
export type Tried = components['schemas']['Tried'];
export const STATUSES = ['draft', 'active', 'paused'] as const;
export const PARTIES = ['first', 'second', 'third'] as const;
export const LIMITS = ['perSecond', 'concurrency', 'timeoutMs', 'answerKb', 'attempts'] as const;
export const CACHE = ['ttlSeconds', 'missingTtlSeconds', 'maxMb'] as const;
export const CIRCUIT = ['failures', 'pauseSeconds'] as const;
export type Limits = Partial<Record<string, number>>;
export type Request = { method?: 'GET' | 'POST'; url: string; headers?: Record<string, string>; secretHeaders?: string[]; body?: Record<string, string> };
/** What is written, and what is not said before it is chosen. */
export type Draft = { name: string; status: (typeof STATUSES)[number]; purpose: string; recipient: string; party: (typeof PARTIES)[number]; request: Request; answer: { from: string; to: string }[]; sources?: string[]; events?: string[]; when?: Condition; limits?: Limits; cache?: Limits; circuit?: Limits };
/** With what stands beside it, which is not sent back. */
export type Enricher = Draft & { id: string; version: number; secrets: Secret[]; standing?: Standing };

const whole = (answer: Written): Enricher => ({ name: '', status: 'draft', purpose: '', recipient: '', party: 'third', request: { url: '' }, answer: [], id: '', version: 0, secrets: [], ...(answer as object) });
const sent = (draft: Draft) => draft as unknown as Written;

export const draftOf = ({ name, status, sources, events, when, purpose, recipient, party, request, answer, limits, cache, circuit }: Enricher): Draft => ({
  name, status, purpose, recipient, party, request, answer,
  ...(sources?.length ? { sources } : {}),
  ...(events?.length ? { events } : {}),
  ...(when ? { when } : {}),
  ...(limits ? { limits } : {}),
  ...(cache ? { cache } : {}),
  ...(circuit ? { circuit } : {}),
});

const LOOKED_AT_MS = 5_000;

export const enrichers = queryOptions({ queryKey: ['enrichers'], queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/enrichers', { signal }))).enrichers.map(whole), refetchInterval: LOOKED_AT_MS });

export const enricher = (id: string) =>
  queryOptions({ queryKey: ['enrichers', id], queryFn: async ({ signal }) => whole(await ask(api.GET('/api/v1/enrichers/{id}', { params: { path: { id } }, signal }))), refetchInterval: LOOKED_AT_MS });

/** Who saved which version when and why, the newest first. */
export const enricherVersions = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['enrichers', id, 'versions'],
    queryFn: ({ pageParam, signal }) => ask(api.GET('/api/v1/enrichers/{id}/versions', { params: { path: { id }, query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** Events that were given up, in the order in which they came. */
export const failures = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['enrichers', id, 'failures'],
    queryFn: ({ pageParam, signal }) => ask(api.GET('/api/v1/enrichers/{id}/failures', { params: { path: { id }, query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** @param version that was seen; another one's save meanwhile is told, not written over */
export const saveEnricher = async (id: string, version: number, draft: Draft, reason: string) =>
  whole(await ask(api.PUT('/api/v1/enrichers/{id}', { params: { path: { id }, header: { 'If-Match': `"${version}"` } }, body: { ...sent(draft), reason } })));

export const setSecrets = (id: string, headers: Record<string, string | null>) => ask(api.PUT('/api/v1/enrichers/{id}/secrets', { params: { path: { id } }, body: { headers } }));

/** @param send whether the other side is really asked */
export const tryEnricher = (id: string, draft: Draft, send: boolean) => ask(api.POST('/api/v1/enrichers/preview', { body: { enricher: sent(draft), id, send } }));

/** Who dropped such events, when and why, the newest first. */
export const drops = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['enrichers', id, 'drops'],
    queryFn: ({ pageParam, signal }) => ask(api.GET('/api/v1/enrichers/{id}/drops', { params: { path: { id }, query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** @param positions all without them; @param reason stays on record */
export const dropFailures = (id: string, reason: string, positions?: string[]) => ask(api.POST('/api/v1/enrichers/{id}/failures/drop', { params: { path: { id } }, body: { reason, ...(positions ? { positions } : {}) } }));

/** @param positions all without them */
export const retryFailures = (id: string, positions?: string[]) => ask(api.POST('/api/v1/enrichers/{id}/failures/retry', { params: { path: { id } }, body: positions ? { positions } : {} }));
