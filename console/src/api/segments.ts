import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Condition } from '../condition/model';
import type { Reason } from '../condition/reason';
import { api, ask } from './client';
import { Problem } from './problem';
import type { Reach } from './trust';
import type { components } from './types/segments';

type Document = components['schemas'];
/** The API's own types leave a condition open; here it is the one that is written. */
type Conditioned<T> = Omit<T, 'condition'> & { condition: Condition };
export type Segment = Conditioned<Document['Listed']>;
export type Version = Conditioned<Document['Version']>;
export type Whole = Segment & { versions: Version[] };
export type Fault = Document['Fault'];
export type Status = Document['Status'];
export type Piece = Omit<Document['Piece'], 'alternatives'> & { alternatives?: Condition[] };
export type Parsed = { condition?: Condition; language: 'ko' | 'en'; certain: boolean; pieces: Piece[]; notices: Fault[] };
export type Days = { size: number; days: { day: string; entered: number; left: number; size: number }[] };

const filling = (segment: Segment | undefined) => segment?.status === 'active' && !segment.ready;

export const segments = queryOptions({
  queryKey: ['segments'],
  queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/segments', { signal }))).segments as unknown as Segment[],
  staleTime: 2_000,
  refetchInterval: (query) => (query.state.data?.some(filling) ? 1_000 : 5_000),
});

/** How a segment stands; asked often while somebody looks, since members come and go by the second. */
export const segment = (id: string) =>
  queryOptions({
    queryKey: ['segment', id],
    queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/segments/{id}', { params: { path: { id } }, signal }))) as unknown as Whole,
    refetchInterval: 1_500,
  });

export const history = (id: string, every: number | false = false) =>
  queryOptions({
    queryKey: ['segment-history', id],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/segments/{id}/history', { params: { path: { id } }, signal })) as Promise<Days>,
    staleTime: 10_000,
    refetchInterval: every,
  });

export type Member = { id?: string; name?: string; identifier: string; since: string; version: number };
type Members = { members: Member[]; next?: string };
const PAGE = 200;
export const members = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['members', id],
    queryFn: async ({ pageParam, signal }) =>
      (await ask(api.GET('/api/v1/segments/{id}/members', { params: { path: { id }, query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } }, signal }))) as Members,
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 2_000,
  });

/** Why a person is in a segment or is not. */
export const reasonOf = (id: string, profile: string) =>
  queryOptions({
    queryKey: ['reason', id, profile],
    queryFn: async ({ signal }) => (await ask(api.POST('/api/v1/segments/{id}/explain', { params: { path: { id } }, body: { profile }, signal }))).reason as unknown as Reason,
    staleTime: 2_000,
    retry: false,
  });

export const memberships = (who: string) =>
  queryOptions({
    queryKey: ['memberships', who],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/profiles/{who}/segments', { params: { path: { who }, query: { history: true } }, signal })),
    staleTime: 2_000,
    refetchInterval: 5_000,
  });

export type Draft = { name: string; folder?: string; labels?: string[]; status?: Status; condition?: Condition; reason?: string };
type Saved = { id: string; ready: boolean; notices: Fault[] };

export const create = (draft: Draft & { condition: Condition }) => ask(api.POST('/api/v1/segments', { body: draft as never })) as unknown as Promise<Saved>;

/** @param version that was seen; another one's save meanwhile is told, not written over */
export const change = (id: string, version: number, draft: Partial<Draft>) =>
  ask(api.PATCH('/api/v1/segments/{id}', { params: { path: { id }, header: { 'If-Match': `"${version}"` } }, body: draft as never })) as unknown as Promise<Saved>;

export const parse = (text: string, language: 'ko' | 'en') => ask(api.POST('/api/v1/segments/parse', { body: { text, language } })) as unknown as Promise<Parsed>;

export type Sample = { id: string; identifiers: string[]; name?: string; traits: Record<string, unknown> };
export type Preview = { count: number; of: number; exact: boolean; perNode: Record<string, number>; sample: Sample[]; tookMs: number; asOf: string; reach?: Reach };

/** A name of this tab's previews: the server gives up the one before when the next begins. */
const TAB = `tab-${Math.random().toString(36).slice(2, 12)}`;

/**
 * How many people a condition holds for, with each of its parts; a newer question ends the one before.
 *
 * @param purpose for which they are meant: then only those who are permitted are shown, and how many each check leaves
 */
export const preview = (condition: Condition | undefined, purpose?: string) =>
  queryOptions({
    queryKey: ['preview', JSON.stringify(condition), purpose ?? ''],
    queryFn: async ({ signal }): Promise<Preview> => await ask(api.POST('/api/v1/segments/preview', { body: { condition: condition as never, id: TAB, sample: 5, ...(purpose ? { purpose } : {}) }, signal })),
    enabled: condition !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    gcTime: 60_000,
    // Another tab of the same person, or the server making what is asked: it comes right by itself.
    retry: (times, problem) => times < 20 && problem instanceof Problem && (problem.code === 'preview_building' || problem.code === 'preview_busy' || (problem.code === 'preview_cancelled' && times < 2)),
    retryDelay: 1_000,
  });

/** Why a condition that is saved nowhere holds for a person or does not. */
export const whyOf = (condition: Condition, profile: string) =>
  queryOptions({
    queryKey: ['why', JSON.stringify(condition), profile],
    queryFn: async ({ signal }) => (await ask(api.POST('/api/v1/segments/explain', { body: { condition: condition as never, profile }, signal }))).reason as unknown as Reason,
    staleTime: 2_000,
    retry: false,
  });

/** Of a segment and others, how many members each pair has in common. */
export const overlap = (id: string, others: string[]) =>
  queryOptions({
    queryKey: ['overlap', id, others],
    queryFn: async ({ signal }) => {
      const found: { id: string; size: number; both: number }[] = [];
      // Five at once is what the server compares.
      for (let i = 0; i < others.length; i += 4) {
        const ids = [id, ...others.slice(i, i + 4)];
        const { segments: sizes, overlaps } = await ask(api.GET('/api/v1/segments/overlap', { params: { query: { ids: ids.join(',') } }, signal }));
        for (const { id: other, size } of sizes) {
          if (other === id) continue;
          const both = overlaps.find((each) => each.segments.length === 2 && each.segments.includes(id) && each.segments.includes(other));
          found.push({ id: other, size, both: both?.size ?? 0 });
        }
      }
      return found.toSorted((a, b) => b.both - a.both);
    },
    enabled: others.length > 0,
    staleTime: 10_000,
  });
