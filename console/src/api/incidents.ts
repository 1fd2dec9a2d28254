import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';
import type { components } from './types/rights';

export type Transfer = components['schemas']['Transfer'];
export type Controller = { name: string; officer: string; contact: string; security: string };
/** The record as the server makes it; the document leaves its parts open, see `ProcessingRecord`. */
export type Processing = {
  controller: Controller;
  sources: { id: string; name: string; kind: string; party: number; enabled: boolean }[];
  held: { traits: { name: string; count: number }[]; events: { name: string; count: number }[] };
  purposes: { key: string; titles: Record<string, string>; basis: string; recipients: string[]; retentionDays: number; active: boolean }[];
  retention: { version: number; rules: components['schemas']['Term'][] };
  keptByLaw: { kind: string; law: string; months: number; events: string[] }[];
  transfers: Transfer[];
};

export const processing = queryOptions({ queryKey: ['processing'], queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/record-of-processing', { signal }))) as unknown as Processing });
export const saveController = async (controller: Controller, transfers: Transfer[]) => (await ask(api.PUT('/api/v1/record-of-processing/controller', { body: { ...controller, transfers } }))) as unknown as Processing;
/** @param language of the page for people; absent for JSON */
export const processingFile = (language?: string) => `/api/v1/record-of-processing${language ? `?format=html&lang=${language}` : ''}`;

export type Breach = components['schemas']['Breach'];
export type Outflow = components['schemas']['Outflow'];
/** What got out: a source (and a period), an import, an export at a time, or a period. */
export type Extent = { source?: string; import?: string; export?: string; at?: string; from?: string; to?: string };

/** Breaches on record, the latest first. */
export const breaches = infiniteQueryOptions({
  queryKey: ['breaches'],
  queryFn: ({ pageParam, signal }) => ask(api.GET('/api/v1/breaches', { params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
  initialPageParam: '',
  getNextPageParam: (page) => page.next ?? undefined,
  staleTime: 2_000,
  refetchInterval: 30_000,
});
/** Looked at every half minute: its clock runs. */
export const breach = (id: string) => queryOptions({ queryKey: ['breach', id], queryFn: ({ signal }) => ask(api.GET('/api/v1/breaches/{id}', { params: { path: { id } }, signal })), refetchInterval: 30_000 });
export const drafts = (id: string, lang: 'ko' | 'en') => queryOptions({ queryKey: ['breach-drafts', id, lang], queryFn: ({ signal }) => ask(api.GET('/api/v1/breaches/{id}/drafts', { params: { path: { id }, query: { lang } }, signal })) });

/** Counts whose data it is; nothing is put on record. */
export const foreseeBreach = async (extent: Extent) => (await ask(api.POST('/api/v1/breaches', { params: { query: { preview: true } }, body: extent }))) as Outflow;
export const openBreach = async (extent: Extent, reason: string, discoveredAt?: string) => (await ask(api.POST('/api/v1/breaches', { body: { ...extent, reason, ...(discoveredAt ? { discoveredAt } : {}) } }))) as Breach;
export const noteBreach = (id: string, told: { authorityAt?: string; subjectsAt?: string }) => ask(api.PATCH('/api/v1/breaches/{id}', { params: { path: { id } }, body: told }));
export const peopleOf = async (id: string, reason: string): Promise<Blob> => (await ask(api.GET('/api/v1/breaches/{id}/people', { params: { path: { id }, query: { format: 'csv', reason } }, parseAs: 'blob' }))) as unknown as Blob;

export const importList = queryOptions({ queryKey: ['imports'], queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/imports', { signal }))).imports });
