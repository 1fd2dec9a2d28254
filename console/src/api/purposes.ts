import { queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';
import type { components } from './types/consent';

export type Purpose = components['schemas']['Purpose'];

export const purposes = queryOptions({
  queryKey: ['purposes'],
  queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/purposes', { signal }))).purposes,
  staleTime: 10_000,
});

/** How a purpose is called in a language; by its key where nobody named it. */
export const titled = (known: Purpose[] | undefined, key: string, language: string): string => {
  const titles = known?.find((each) => each.key === key)?.titles;
  return titles?.[language] ?? Object.values(titles ?? {})[0] ?? key;
};
