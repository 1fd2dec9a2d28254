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
  /** Whether it brings what comes from now on; absent while it is being opened. */
  connected: boolean | undefined = false;

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
    source.onopen = () => this.say(true);
    source.onerror = () => {
      this.say(false);
      // After an answer that is no stream a browser gives up; we do not.
      if (source.readyState === EventSource.CLOSED && this.source === source) this.retry = setTimeout(() => this.open(), 5_000);
    };
    source.addEventListener('status', (message) => {
      this.say(true);
      this.client?.setQueryData<Status>(status.queryKey, { ...JSON.parse(message.data), at: Date.now() });
    });
    source.addEventListener('events', (message) => this.watcher?.tell(JSON.parse(message.data) as Burst));
  }

  private close() {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
    this.say(undefined);
  }

  private say(connected?: boolean) {
    if (this.connected === connected) return;
    this.connected = connected;
    this.listeners.forEach((listener) => listener());
  }
}

const stream = new Stream();

/** Keeps the stream open for as long as the shell stands. */
export function useStream() {
  const client = useQueryClient();
  useEffect(() => stream.use(client), [client]);
}

/** Whether what is watched is seen from now on; absent while it is not known yet. */
export const useConnected = () => useSyncExternalStore(stream.subscribe, () => stream.connected);

/** Watches events that pass a filter. */
export function useEvents(filter: Filter, tell: (burst: Burst) => void) {
  const key = JSON.stringify(filter);
  useEffect(() => stream.watch({ filter: JSON.parse(key) as Filter, tell }), [key, tell]);
}
