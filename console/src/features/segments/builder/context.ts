import { createContext, useContext } from 'react';
import type { Fault } from '../../../api/segments';
import type { Vocabulary } from '../../../api/vocabulary';
import type { Sentence, Words } from '../../../condition/sentence';
import type { GroupNode } from '../../../condition/tree';

/** What every row of the builder needs. */
export type Building = {
  root: GroupNode;
  tree: (step: (root: GroupNode) => GroupNode, tag?: string) => void;
  rest: () => void;
  /** For how many people a node holds; `undefined` while it is not known. */
  count: (id: string) => number | undefined;
  people: number;
  counting: boolean;
  faults: (id: string) => Fault[];
  sentence: Sentence;
  names: Words;
  vocabulary: Pick<Vocabulary, 'events' | 'traits' | 'purposes' | 'computedTraits' | 'segments'>;
  /** The segment that is being written cannot name itself. */
  self: string | undefined;
  /** A node that was just put in: its first gap is open. */
  fresh: string | undefined;
  announce: (text: string) => void;
};

export const BuildingContext = createContext<Building | undefined>(undefined);

export function useBuilding(): Building {
  const building = useContext(BuildingContext);
  if (!building) throw new Error('a row stands in a builder');
  return building;
}
