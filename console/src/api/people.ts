import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';
import type { components } from './types/profiles';

export type Person = components['schemas']['Profile'];
export type Happened = components['schemas']['Happened'];
export type Trait = components['schemas']['Trait'];
export type Identifier = { type: string; value: string };

/** @param at an instant to look back at; absent for now */
export const person = (who: string, at?: string) =>
  queryOptions({
    queryKey: ['person', who, at ?? 'now'],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/profiles/{who}', { params: { path: { who }, query: at ? { at } : {} }, signal })),
    staleTime: at ? Infinity : 2_000,
    refetchInterval: at ? false : 5_000,
  });

const PAGE = 50;

/** A person's events, the newest first, page after page. */
export const story = (who: string) =>
  infiniteQueryOptions({
    queryKey: ['story', who],
    queryFn: ({ pageParam, signal }) =>
      ask(api.GET('/api/v1/profiles/{who}/events', { params: { path: { who }, query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 60_000,
  });

/** What came since, looked at every few seconds; the first look is the story's own first page. */
export const newest = (who: string) =>
  queryOptions({
    queryKey: ['newest', who],
    staleTime: 2_500,
    queryFn: ({ signal }) => ask(api.GET('/api/v1/profiles/{who}/events', { params: { path: { who }, query: { limit: 20 } }, signal })),
    refetchInterval: 3_000,
  });

export const explanation = (who: string) =>
  queryOptions({
    queryKey: ['explanation', who],
    queryFn: ({ signal }) => ask(api.GET('/api/v1/profiles/{who}/explain', { params: { path: { who } }, signal })),
  });

/** Under which names a text might be known: as it stands, or by what it looks like. */
export function guesses(text: string): string[] {
  const given = text.trim();
  if (given === '') return [];
  if (/^[a-z][a-z0-9_.]*:\S/.test(given)) return [given];
  const found: string[] = [];
  if (given.includes('@')) found.push(`email:${given}`);
  if (/^[+\d][\d\s().-]{6,}$/.test(given)) found.push(`phone:${given}`);
  found.push(`user_id:${given}`, `anonymous_id:${given}`);
  if (/^[0-9a-z]{20,}$/.test(given)) found.push(given);
  return found;
}

export type Short = components['schemas']['PersonFound'];

const is = (known?: boolean): { is?: 'known' | 'anonymous' } => (known === undefined ? {} : { is: known ? 'known' : 'anonymous' });

/**
 * The people, page after page, with the traits that are shown: whoever was active last comes first.
 */
export const people = (traits: string[], known?: boolean) =>
  infiniteQueryOptions({
    queryKey: ['people', traits, known ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      ask(
        api.GET('/api/v1/profiles', {
          params: {
            query: {
              limit: 200,
              columns: traits.join(','),
              ...is(known),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    staleTime: 30_000,
  });

/** Whom a text may mean, the best first. */
export const named = (text: string, known?: boolean, limit = 8) =>
  queryOptions({
    queryKey: ['named', text.trim(), known ?? 'all', limit],
    queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/profiles', { params: { query: { q: text.trim(), limit, ...is(known) } }, signal }))).people,
    enabled: text.trim() !== '',
    staleTime: 5_000,
  });

/** How a person is called: by their name, else the strongest of what identifies them. */
export function called(person: { name?: string; traits?: Record<string, unknown>; identifiers: Identifier[]; id: string }): string {
  // In a list the server says the name.
  if (person.name) return person.name;
  const trait = (name: string) => {
    const said = person.traits?.[name];
    const value = typeof said === 'object' && said !== null && 'value' in said ? said.value : said;
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : '';
  };
  const parts = [trait('lastName'), trait('firstName')].filter((part) => part !== '');
  const whole = /[가-힣]/.test(parts.join('')) ? parts.join('') : parts.reverse().join(' ');
  const speaking = ['email', 'phone', 'user_id'].map((type) => person.identifiers.find((each) => each.type === type)?.value);
  return trait('name') || whole || speaking.find((value) => value !== undefined) || person.identifiers[0]?.value || person.id;
}

/** The customer's address: by the strongest identifier, which reads well and stays. */
export const address = (person: { identifiers: Identifier[]; id: string }) => {
  const first = person.identifiers[0];
  return first ? `${first.type}:${first.value}` : person.id;
};

/** How many people there are whom we know, and how many only by a device; exact, a second behind at most. */
export const headcount = queryOptions({
  queryKey: ['headcount'],
  queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/profiles', { params: { query: { limit: 1 } }, signal }))).counts,
  refetchInterval: 5_000,
});
