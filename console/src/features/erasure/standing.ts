import type { Erasure } from '../../api/rights';
import type { Tone } from '../../ui/layout';

export const TONES: Record<Erasure['state'], Tone> = { pending: 'warn', effective: 'sky', scrubbed: 'ok' };

/** A keyed hash as it can be told from others at a glance. */
export const short = (hash: string) => (hash.length > 16 ? `${hash.slice(0, 16)}…` : hash);
