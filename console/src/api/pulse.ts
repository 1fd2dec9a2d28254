import { queryOptions, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { api, ask } from './client';
import type { components } from './types/operations';

export type Status = components['schemas']['Status'] & { at: number };

/** The server's numbers of this moment; the stream renews them every second. */
export const status = queryOptions<Status>({
  queryKey: ['status'],
  queryFn: async () => ({ ...(await ask(api.GET('/api/v1/status'))), at: Date.now() }),
  refetchInterval: 15_000,
  staleTime: 10_000,
});

type Pulse = { state: 'waiting' | 'lost' | 'ill' | 'well'; perSecond: number; recent: number[] };
const KEPT = 60;

/** How many a second between two looks. */
export function rate(before: { at: number; received: number }, now: { at: number; received: number }): number {
  const seconds = (now.at - before.at) / 1000;
  return seconds > 0 ? Math.max(0, now.received - before.received) / seconds : 0;
}

/** Events a second between the last two looks, the last minute of that, and how the server is. */
export function usePulse(): Pulse {
  const { data, isError } = useQuery(status);
  const last = useRef<{ at: number; received: number; recent: number[] } | null>(null);
  if (data && last.current?.at !== data.at) {
    const before = last.current;
    const now = { at: data.at, received: data.outcomes.received };
    last.current = { ...now, recent: before ? [...before.recent, rate(before, now)].slice(-KEPT) : [] };
  }
  const recent = last.current?.recent ?? [];
  if (isError) return { state: 'lost', perSecond: 0, recent };
  if (!data) return { state: 'waiting', perSecond: 0, recent };
  return { state: data.ailments.length > 0 ? 'ill' : 'well', perSecond: recent.at(-1) ?? 0, recent };
}
