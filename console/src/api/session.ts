import { queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';

/** Who is signed in. */
export const session = queryOptions({
  queryKey: ['session'],
  queryFn: () => ask(api.GET('/api/v1/session')),
  staleTime: 60_000,
});

export const signIn = (key: string) => ask(api.POST('/api/v1/session', { body: { key } }));
export const signOut = () => ask(api.DELETE('/api/v1/session'));
