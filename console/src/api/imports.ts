import { queryOptions } from '@tanstack/react-query';
import { Sha256 } from '../features/sources/sha256';
import { api, ask, MARK } from './client';
import { Problem } from './problem';
import type { components } from './types/imports';

export type Import = components['schemas']['Import'];

export const imports = queryOptions({
  queryKey: ['imports'],
  queryFn: async () => (await ask(api.GET('/api/v1/imports'))).imports,
  refetchInterval: (query) => (query.state.data?.some(({ state }) => state === 'running') ? 1_000 : false),
});

export const oneImport = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: () => ask(api.GET('/api/v1/imports/{id}', { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 700 : false),
  });

export const preview = (id: string) => queryOptions({ queryKey: ['import-preview', id], queryFn: async () => (await ask(api.GET('/api/v1/imports/{id}/preview', { params: { path: { id } } }))).events });
export const rejected = (id: string) => queryOptions({ queryKey: ['import-rejected', id], queryFn: async () => (await ask(api.GET('/api/v1/imports/{id}/rejected', { params: { path: { id } } }))).rows });

const PART = 400_000;

/** Hands a file to the server part by part; where a part was there before, it goes on from what the server has. */
export async function upload(file: File, source: string, map: Record<string, unknown>, progress: (share: number) => void): Promise<Import> {
  const digest = new Sha256();
  for (let at = 0; at < file.size; at += 4_000_000) {
    digest.update(new Uint8Array(await file.slice(at, at + 4_000_000).arrayBuffer()));
    progress((0.3 * at) / file.size);
  }
  let job = await ask(api.POST('/api/v1/imports', { body: { source, name: file.name, bytes: file.size, sha256: digest.hex(), map: map as Record<string, never> } }));
  while (job.state === 'uploading') {
    const part = file.slice(job.uploaded, job.uploaded + PART);
    let response: Response;
    try {
      response = await fetch(`/api/v1/imports/${job.id}/file?offset=${job.uploaded}`, { method: 'PUT', body: part, headers: { ...MARK, 'Content-Type': 'application/octet-stream' } });
    } catch {
      throw new Problem(0, null);
    }
    const body: unknown = await response.json();
    if (!response.ok) throw new Problem(response.status, body);
    job = body as Import;
    progress(0.3 + (0.7 * job.uploaded) / file.size);
  }
  return job;
}

export const start = (id: string, rehearse: boolean) => ask(api.POST('/api/v1/imports/{id}/start', { params: { path: { id }, query: { rehearse } } }));
export const undo = (id: string) => ask(api.POST('/api/v1/imports/{id}/undo', { params: { path: { id } } }));
export const cancel = (id: string) => ask(api.POST('/api/v1/imports/{id}/cancel', { params: { path: { id } } }));

/** Files of this name are the sample's, whoever made it and in whatever language. */
export const SAMPLE = 'inyeon-sample-';

/** The source of the sample, as long as it is there. */
export const sampleSource = (all: Import[]) => all.find((job) => job.name.startsWith(SAMPLE) && (job.state === 'done' || job.state === 'running'))?.source;
