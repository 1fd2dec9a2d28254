import type { Deed, Step, Transformation } from '../../api/transformations';

/** A new step of a kind, at the same place where there was one. */
export function begin(deed: Deed, path: string): Step {
  switch (deed) {
    case 'rename':
    case 'move':
      return { do: deed, path, to: '' };
    case 'cast':
      return { do: deed, path, to: 'number' };
    case 'default':
      return { do: deed, path, value: '' };
    case 'set':
      return { do: deed, path, template: '' };
    case 'mask':
      return { do: deed, path, keepLast: 4 };
    case 'lookup':
      return { do: deed, path, table: '' };
    case 'map':
      return { do: deed, path, values: {} };
    case 'split':
      return { do: deed, path, on: ' ', to: [] };
    case 'drop':
    case 'hash':
    case 'domain':
      return { do: deed, path };
    case 'normalise':
      return { do: deed, path, as: 'email' };
    case 'user_agent':
      return { do: deed, path: path || '/context/userAgent' };
    case 'channel':
      return { do: deed, path: path || '/context/page/referrer' };
  }
}

/** An id that none of them has. */
export function freeId(all: Transformation[], wanted: string): string {
  const plain = wanted.toLowerCase().replaceAll(/[^a-z0-9_-]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 50) || 'change';
  const taken = new Set(all.map(({ id }) => id));
  if (!taken.has(plain)) return plain;
  for (let n = 2; ; n++) if (!taken.has(`${plain}-${n}`)) return `${plain}-${n}`;
}

/** One further up or down. */
export function moved<T>(list: T[], from: number, to: number): T[] {
  if (to < 0 || to >= list.length) return list;
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}
