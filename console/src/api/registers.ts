import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';
import { Problem } from './problem';
import type { components as ConsentParts, operations as ConsentDeeds } from './types/consent';
import type { components } from './types/rights';

export type Restriction = components['schemas']['Restriction'];
export type Suppression = components['schemas']['Suppression'];
export type Kind = components['schemas']['Retention']['kinds'][number];
export type Access = ConsentParts['schemas']['Access'];
export type Review = Omit<ConsentDeeds['accessReview']['responses']['200']['content']['application/json'], 'actors'> & { actors: Actor[] };
/** What one actor read in a month; see `AccessReview`, whose types the document leaves open. */
export type Actor = { actor: string; reads: number; peopleTold: number; differentPeople: number; differentPeopleAtLeast?: boolean; offHours: number; downloads: number; what: Record<string, number>; from: string[] };

/** What stands against using somebody's data. */
export const restrictionsOf = (profile: string) =>
  queryOptions({ queryKey: ['restrictions', profile], queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/restrictions', { params: { query: { profile } }, signal }))).restrictions, staleTime: 2_000 });

/** @param purposes that are objected to; none for all use */
export const restrict = (profile: string, purposes: string[], reason: string) => ask(api.POST('/api/v1/restrictions', { body: { profile, purposes, reason } }));
export const lift = (id: string) => ask(api.DELETE('/api/v1/restrictions/{id}', { params: { path: { id } } }));

/** The reason as the access log takes it down; every place takes it, and none of them names it. */
const noted = (reason: string) => ({ reason }) as never;

/** All that is held of somebody, as a file for them. */
export async function accessArchive(who: string, reason: string, lang: 'ko' | 'en'): Promise<Blob> {
  return (await ask(api.POST('/api/v1/profiles/{who}/access-archive', { params: { path: { who }, query: noted(reason) }, body: { reason, lang }, parseAs: 'blob' }))) as unknown as Blob;
}

/** Hands a file to the browser. */
export function download(name: string, content: Blob) {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export const suppressions = infiniteQueryOptions({
  queryKey: ['suppressions'],
  queryFn: ({ pageParam, signal }) => ask(api.GET('/api/v1/suppressions', { params: { query: { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
  initialPageParam: '',
  getNextPageParam: (page) => page.next ?? undefined,
  staleTime: 2_000,
});

export type Wanted = { channel: string; profile: string; reason: string; expiresAt?: string };
const AT_ONCE = 10_000;

/** Puts addresses on the list, as many at once as the server takes. @param told how many are done so far @returns how many were put on it, and the places of those that name nobody */
export async function suppress(items: Wanted[], told: (done: number) => void = () => undefined): Promise<{ done: number; nobody: number[] }> {
  const nobody: number[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const part = items.slice(from, from + AT_ONCE);
    const { results } = await ask(api.POST('/api/v1/suppressions', { body: { items: part } }));
    results.forEach(({ status }, i) => status === 'no_identifier' && nobody.push(from + i));
    told(from + part.length);
  }
  return { done: items.length - nobody.length, nobody };
}

/** Under which of some names an address is on the list, by channel. */
export async function find(profiles: string[], channels: readonly string[]): Promise<{ channel: string; id: string; reason: string }[]> {
  const items = profiles.flatMap((profile) => channels.map((channel) => ({ channel, profile })));
  const { results } = await ask(api.POST('/api/v1/suppressions/check', { body: { items } }));
  const found = new Map<string, { channel: string; id: string; reason: string }>();
  results.forEach(({ suppressed, id = '', reason = '' }) => suppressed && found.set(id, { channel: id.slice(0, id.lastIndexOf('.')), id, reason }));
  return [...found.values()];
}

export const unsuppress = (id: string) => ask(api.DELETE('/api/v1/suppressions/{id}', { params: { path: { id } } }));

export const retention = queryOptions({ queryKey: ['statutory-retention'], queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/statutory-retention', { signal }))).kinds });
export const saveRetention = (kinds: Kind[]) => ask(api.PUT('/api/v1/statutory-retention', { body: { kinds } }));

/** Opens what is kept of an erased person; who did and why is on record first. */
export const openKept = async (id: string, reason: string) => (await ask(api.POST('/api/v1/erasures/{id}/kept-by-law', { params: { path: { id }, query: noted(reason) }, body: { reason } }))).records;

export type Looking = { from?: string; to?: string; actor?: string; profile?: string };
export const reads = (looking: Looking) =>
  infiniteQueryOptions({
    queryKey: ['access-log', looking],
    queryFn: ({ pageParam, signal }) => ask(api.GET('/api/v1/access-log', { params: { query: { limit: 200, ...looking, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 5_000,
  });

export const review = (month: string) =>
  queryOptions({ queryKey: ['access-review', month], queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/access-log/review', { params: { query: { month } }, signal }))) as unknown as Review, staleTime: 30_000 });

/** The id of a profile by any of its names; the access log knows people by nothing else. */
export async function idOf(names: string[]): Promise<string | undefined> {
  for (const who of names) {
    try {
      return (await ask(api.GET('/api/v1/profiles/{who}', { params: { path: { who } } }))).id;
    } catch (e) {
      if (!(e instanceof Problem) || e.status !== 404) throw e;
    }
  }
  return undefined;
}
