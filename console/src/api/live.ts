import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { Happened } from './people';
import { status, type Status } from './pulse';

/** What of the events a screen wants; the server leaves out the rest before anything is sent. */
export type Filter = { source?: string; name?: string; outcome?: string; text?: string };
export type Lively = Happened & { outcome: string };
export type Burst = { passed: number; missed: number; events: Lively[] };

type Watcher = { filter: Filter; tell: (burst: Burst) => void };

/**
 * The one stream of this tab. It always brings the numbers, and events while somebody watches them.
 * Browsers take it up again by themselves from the last id they saw.
 */
class Stream {
  private source: EventSource | null = null;
  private watcher: Watcher | null = null;
  private users = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private client: QueryClient | null = null;
  private readonly listeners = new Set<() => void>();
  connected = false;
  /** Whether the stream that is open brings the events which are watched: what comes from now on is seen. */
  watching = false;

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  use(client: QueryClient): () => void {
    this.client = client;
    if (this.users++ === 0) this.open();
    return () => {
      if (--this.users === 0) this.close();
    };
  }

  watch(watcher: Watcher): () => void {
    this.watcher = watcher;
    this.open();
    return () => {
      if (this.watcher === watcher) {
        this.watcher = null;
        if (this.users > 0) this.open();
      }
    };
  }

  private open() {
    this.close();
    const query = new URLSearchParams({ topics: this.watcher ? 'status,events' : 'status' });
    for (const [name, value] of Object.entries(this.watcher?.filter ?? {})) if (value) query.set(name, value);
    const source = new EventSource(`/api/v1/live?${query}`);
    this.source = source;
    const watched = this.watcher !== null;
    source.onopen = () => this.say(true, watched);
    source.onerror = () => {
      this.say(false, false);
      // After an answer that is no stream a browser gives up; we do not.
      if (source.readyState === EventSource.CLOSED && this.source === source) this.retry = setTimeout(() => this.open(), 5_000);
    };
    source.addEventListener('status', (message) => {
      this.say(true, watched);
      this.client?.setQueryData<Status>(status.queryKey, { ...JSON.parse(message.data), at: Date.now() });
    });
    source.addEventListener('events', (message) => this.watcher?.tell(JSON.parse(message.data) as Burst));
  }

  private close() {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
    this.say(this.connected, false);
  }

  private say(connected: boolean, watching: boolean) {
    if (this.connected === connected && this.watching === watching) return;
    this.connected = connected;
    this.watching = watching;
    this.listeners.forEach((listener) => listener());
  }
}

const stream = new Stream();

/** Keeps the stream open for as long as the shell stands. */
export function useStream() {
  const client = useQueryClient();
  useEffect(() => stream.use(client), [client]);
}

export const useConnected = () => useSyncExternalStore(stream.subscribe, () => stream.connected);

/** Whether the events that are watched come now; from then on none is missed. */
export const useWatching = () => useSyncExternalStore(stream.subscribe, () => stream.watching);

/** Watches events that pass a filter. */
export function useEvents(filter: Filter, tell: (burst: Burst) => void) {
  const key = JSON.stringify(filter);
  useEffect(() => stream.watch({ filter: JSON.parse(key) as Filter, tell }), [key, tell]);
}
