import { queryOptions, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, ask } from './client';

/** The server's numbers of this moment. */
export const status = queryOptions({
  queryKey: ['status'],
  queryFn: async () => ({ ...(await ask(api.GET('/api/v1/status'))), at: Date.now() }),
  refetchInterval: 2_000,
  staleTime: 1_000,
});

type Pulse = { state: 'waiting' | 'lost' | 'ill' | 'well'; perSecond: number };

/** Events a second between the last two looks, and how the server is. */
export function usePulse(): Pulse {
  const { data, isError } = useQuery(status);
  const last = useRef<{ at: number; received: number; perSecond: number } | null>(null);
  if (data && last.current?.at !== data.at) {
    const before = last.current;
    const received = data.outcomes.received;
    const seconds = before ? (data.at - before.at) / 1000 : 0;
    last.current = { at: data.at, received, perSecond: before && seconds > 0 ? Math.max(0, received - before.received) / seconds : 0 };
  }
  if (isError) return { state: 'lost', perSecond: 0 };
  if (!data) return { state: 'waiting', perSecond: 0 };
  return { state: data.ailments.length > 0 ? 'ill' : 'well', perSecond: last.current?.perSecond ?? 0 };
}
