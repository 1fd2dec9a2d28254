/** Where each node of a tree goes: the first in the middle, the rest on rings by how far they are from it. */
export type Place = { x: number; y: number };

/**
 * @param ids the first is the middle
 * @param links pairs of ids; nodes that no link reaches go onto the outermost ring
 * @param across,down how far rings lie apart, sideways and downwards
 */
export function radial(ids: string[], links: [string, string][], across: number, down: number): Map<string, Place> {
  const places = new Map<string, Place>();
  const root = ids[0];
  if (root === undefined) return places;
  const near = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const [a, b] of links) {
    near.get(a)?.push(b);
    near.get(b)?.push(a);
  }
  const children = new Map<string, string[]>();
  const reached = new Set([root]);
  for (const queue = [root]; queue.length > 0; ) {
    const id = queue.shift()!;
    const own = (near.get(id) ?? []).filter((other) => near.has(other) && !reached.has(other));
    own.forEach((other) => reached.add(other));
    children.set(id, own);
    queue.push(...own);
  }
  // What hangs by itself is drawn as if it hung from the middle.
  children.get(root)!.push(...ids.filter((id) => !reached.has(id)));
  const leaves = (id: string): number => Math.max(1, (children.get(id) ?? []).reduce((sum, child) => sum + leaves(child), 0));
  const put = (id: string, depth: number, from: number, to: number) => {
    const angle = (from + to) / 2;
    places.set(id, { x: Math.cos(angle) * across * depth, y: Math.sin(angle) * down * depth });
    let at = from;
    const own = children.get(id) ?? [];
    const all = own.reduce((sum, child) => sum + leaves(child), 0);
    for (const child of own) {
      const wide = ((to - from) * leaves(child)) / all;
      put(child, depth + 1, at, at + wide);
      at += wide;
    }
  };
  // The first branch stands straight up.
  const begin = -Math.PI / 2 - Math.PI / Math.max(1, leaves(root));
  put(root, 0, begin, begin + 2 * Math.PI);
  return places;
}
