import { queryOptions } from '@tanstack/react-query';
import { dotted, type Path, type Scalar } from '../condition/model';
import { api, ask } from './client';
import type { components } from './types/vocabulary';

export type Vocabulary = components['schemas']['Vocabulary'];
type Valued = components['schemas']['Valued'];
export type Type = Valued['type'];

/** What the workspace knows by name. */
export const vocabulary = queryOptions({
  queryKey: ['vocabulary'],
  queryFn: ({ signal }) => ask(api.GET('/api/v1/vocabulary', { signal })),
  staleTime: 30_000,
});

export const NOTHING: Pick<Vocabulary, 'events' | 'traits' | 'purposes' | 'computedTraits' | 'segments'> = { events: [], traits: [], purposes: [], computedTraits: [], segments: [] };

/** The kind and the usual values of a trait, or of a property of an event. */
export function about(list: Valued[] | undefined, path: Path | undefined): { type: Type; values: Scalar[] } {
  const found = path === undefined ? undefined : list?.find((each) => each.path === dotted(path));
  return { type: found?.type ?? 'any', values: (found?.values ?? []) as Scalar[] };
}

export const traitKind = (words: Pick<Vocabulary, 'traits' | 'computedTraits'>, path: Path) => {
  const computed = words.computedTraits.find(({ id }) => id === dotted(path));
  return computed ? { type: computed.type, values: [] } : about(words.traits, path);
};
