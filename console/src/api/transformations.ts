import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Condition } from '../condition/model';
import { api, ask } from './client';
import type { Sampled } from './plans';
import type { components } from './types/quality';

type Written = components['schemas']['Transformations'];
export const DEEDS = ['rename', 'move', 'cast', 'default', 'set', 'drop', 'mask', 'hash', 'lookup', 'map', 'split', 'normalise', 'domain', 'user_agent', 'channel'] as const;
export type Deed = (typeof DEEDS)[number];
export type Otherwise = 'keep' | 'drop' | { value: unknown };
/** See `Step` of the API, whose types leave values open. */
export type Step = { do: Deed; path: string; to?: string | string[]; value?: unknown; template?: string; otherwise?: Otherwise; keepFirst?: number; keepLast?: number; with?: string; table?: string; values?: Record<string, unknown>; on?: string; as?: string; order?: string; page?: string; campaign?: string; ignore?: string[] };
export type Transformation = { id: string; name?: string; enabled?: boolean; sources?: string[]; events?: string[]; when?: Condition; steps: Step[] };
export type Tables = Record<string, Record<string, unknown>>;
export type Changing = { transformations: Transformation[]; tables?: Tables };
export type Template = { id: string; name: string; transformation: Transformation; tables?: Tables };

const alone = (answer: Written): Changing & { version: number } => ({ version: answer.version ?? 0, transformations: (answer.transformations ?? []) as unknown as Transformation[], ...(answer.tables ? { tables: answer.tables as Tables } : {}) });
const sent = ({ transformations, tables }: Changing) => ({ transformations, ...(tables && Object.keys(tables).length > 0 ? { tables } : {}) }) as unknown as Written;

export const transformations = queryOptions({ queryKey: ['transformations'], queryFn: async ({ signal }) => alone(await ask(api.GET('/api/v1/transformations', { signal }))) });

/** Who saved which version when and why, the newest first. */
export const transformationsVersions = infiniteQueryOptions({
  queryKey: ['transformations-versions'],
  queryFn: ({ pageParam, signal }) => ask(api.GET('/api/v1/transformations/versions', { params: { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
});

/** What was saved never changes. */
export const transformationsVersion = (version: number) =>
  queryOptions({ queryKey: ['transformations', version], queryFn: async ({ signal }) => alone(await ask(api.GET('/api/v1/transformations/versions/{version}', { params: { path: { version: String(version) } }, signal }))), staleTime: Infinity });

export const templates = queryOptions({ queryKey: ['transformation-templates'], queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/transformations/templates', { signal }))).templates as unknown as Template[], staleTime: Infinity });

/** What a draft would make of the latest events; nothing changes. */
export const rehearsal = (draft: Changing, source: string, event: string) =>
  queryOptions({
    queryKey: ['transformations-preview', JSON.stringify(sent(draft)), source, event],
    queryFn: async ({ signal }) => (await ask(api.POST('/api/v1/transformations/preview', { body: { transformations: sent(draft), limit: 50, ...(source ? { source } : {}), ...(event ? { event } : {}) }, signal }))) as Sampled,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    gcTime: 30_000,
  });

/** @param version that was seen; another one's save meanwhile is told, not written over */
export const saveTransformations = async (version: number, draft: Changing, reason: string) =>
  alone(await ask(api.PUT('/api/v1/transformations', { params: { header: { 'If-Match': `"${version}"` } }, body: { ...sent(draft), reason } as Written })));

export const bodyOf = sent;
