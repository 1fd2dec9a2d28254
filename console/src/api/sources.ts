import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, ask } from './client';
import type { components } from './types/operations';

export type Source = components['schemas']['Source'];

export const sources = queryOptions({
  queryKey: ['sources'],
  queryFn: async () => (await ask(api.GET('/api/v1/sources'))).sources,
  staleTime: 10_000,
});

/** The name of a source by its id; the id itself until it is known. */
export function useSourceName() {
  const { data } = useQuery(sources);
  return (id: string | undefined) => (id === undefined || id === '' ? '' : (data?.find((source) => source.id === id)?.name ?? id));
}
