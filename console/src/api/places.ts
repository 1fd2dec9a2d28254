import { queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';

/** The file by which events tell where they came from. */
export const places = queryOptions({ queryKey: ['places'], queryFn: ({ signal }) => ask(api.GET('/api/v1/places', { signal })), staleTime: 10_000, refetchInterval: 30_000 });

/** Where an internet address is; empty when the file knows none. */
export const placeOf = async (ip: string) => (await ask(api.POST('/api/v1/places/check', { body: { ip } }))).location;
