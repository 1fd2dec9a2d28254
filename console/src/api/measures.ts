import { queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';
import type { components } from './types/quality';

export type Alert = components['schemas']['QualityAlert'];
export type Field = components['schemas']['FieldQuality'];
export type Volume = components['schemas']['Volume'];
export type Hour = components['schemas']['SourceQuality']['hours'][number];

/** Days that are looked back on. */
export const DAYS = 30;

/** How good today's data is, by source. */
export const measures = queryOptions({
  queryKey: ['measures'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/data-quality', { signal })),
  staleTime: 5_000,
  refetchInterval: 15_000,
});

/** What became worse, the latest first. */
export const alerts = queryOptions({
  queryKey: ['measures', 'alerts'],
  queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/data-quality/alerts', { params: { query: { limit: 50 } }, signal }))).alerts,
  staleTime: 5_000,
  refetchInterval: 15_000,
});

export const measured = (id: string) =>
  queryOptions({
    queryKey: ['measures', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/data-quality/sources/{id}', { params: { path: { id }, query: { days: DAYS } }, signal })),
    staleTime: 5_000,
    refetchInterval: 15_000,
  });

export const fields = (id: string, name: string | undefined) =>
  queryOptions({
    queryKey: ['measures', id, name],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/data-quality/sources/{id}/events/{name}', { params: { path: { id, name: name! }, query: { days: DAYS } }, signal })),
    enabled: name !== undefined,
    staleTime: 5_000,
  });

/** Where a field comes from, what changes it and who reads it. */
export const lineage = (event: string, field: string) =>
  queryOptions({
    queryKey: ['lineage', event, field],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/lineage', { params: { query: { event, field } }, signal })),
    staleTime: 5_000,
  });
