import { complete, formOf, partsOf, type Condition, type Form, type Group, type Leaf, type Quantifier } from './model';

/**
 * A condition while it is being written. Nodes have ids of their own, so that a row stays the same
 * row wherever it is moved. The root is always a group, and never one of members.
 *
 * @param members for how many members of the person's accounts the group must hold; not there when
 *   it is asked of the person
 */
export type GroupNode = { id: string; form: Form; of: Node[]; members?: Quantifier };
export type LeafNode = { id: string; leaf: Leaf };
export type Node = GroupNode | LeafNode;

let made = 0;
/** An id that no other node of this page has. */
export const fresh = () => `n${++made}`;

export const isGroup = (node: Node): node is GroupNode => 'of' in node;

/** A condition to write on; one that is no group stands alone in one. */
export function opened(condition: Condition | undefined): GroupNode {
  if (condition === undefined) return { id: fresh(), form: 'all', of: [] };
  const node = nodeOf(condition);
  return isGroup(node) && !node.members ? node : { id: fresh(), form: 'all', of: [node] };
}

export function nodeOf(condition: Condition): Node {
  if ('account' in condition && 'members' in condition.account) {
    const { members, condition: inner } = condition.account;
    return { ...opened(inner), members };
  }
  const form = formOf(condition);
  return form ? { id: fresh(), form, of: partsOf(condition as Group).map(nodeOf) } : { id: fresh(), leaf: condition as Leaf };
}

/**
 * What is written so far, as the API takes it.
 *
 * @param condition without what still has gaps; `undefined` when nothing is left
 * @param places of the nodes in it, as JSON pointers; a node with gaps has none
 * @param gaps the nodes that are not said in full, and groups with nothing in them
 */
export type Written = { condition: Condition | undefined; places: Map<string, string>; gaps: string[] };

export function written(root: GroupNode): Written {
  const places = new Map<string, string>();
  const gaps: string[] = [];
  const write = (node: Node, place: string): Condition | undefined => {
    if (!isGroup(node)) {
      if (!complete(node.leaf)) {
        gaps.push(node.id);
        return undefined;
      }
      places.set(node.id, place);
      return node.leaf;
    }
    const of: Condition[] = [];
    const inside = node.members ? `${place}/account/condition` : place;
    for (const child of node.of) {
      const part = write(child, `${inside}/${node.form}/${of.length}`);
      if (part !== undefined) of.push(part);
    }
    if (of.length === 0) {
      if (node !== root) gaps.push(node.id);
      return undefined;
    }
    places.set(node.id, place);
    const group = { [node.form]: of } as Group;
    return node.members ? { account: { members: node.members, condition: group } } : group;
  };
  return { condition: write(root, ''), places, gaps };
}

/** The node that stands at a JSON pointer, or nearest above it: a problem's place may lie within a leaf. */
export function at(places: Map<string, string>, pointer: string): string | undefined {
  let best: string | undefined;
  let length = -1;
  for (const [id, place] of places) {
    if ((pointer === place || pointer.startsWith(`${place}/`)) && place.length > length) {
      best = id;
      length = place.length;
    }
  }
  return best;
}

const mapped = (node: GroupNode, change: (group: GroupNode) => GroupNode): GroupNode => {
  const of = node.of.map((child) => (isGroup(child) ? mapped(child, change) : child));
  const same = of.every((child, i) => child === node.of[i]);
  return change(same ? node : { ...node, of });
};

export function find(root: GroupNode, id: string): { node: Node; parent: GroupNode | undefined; index: number } | undefined {
  if (root.id === id) return { node: root, parent: undefined, index: 0 };
  for (const [index, child] of root.of.entries()) {
    if (child.id === id) return { node: child, parent: root, index };
    const deeper = isGroup(child) ? find(child, id) : undefined;
    if (deeper) return deeper;
  }
  return undefined;
}

export const add = (root: GroupNode, parent: string, index: number, node: Node): GroupNode =>
  mapped(root, (group) => (group.id === parent ? { ...group, of: [...group.of.slice(0, index), node, ...group.of.slice(index)] } : group));

export const remove = (root: GroupNode, id: string): GroupNode =>
  mapped(root, (group) => (group.of.some((child) => child.id === id) ? { ...group, of: group.of.filter((child) => child.id !== id) } : group));

export const put = (root: GroupNode, id: string, node: Node): GroupNode =>
  root.id === id && isGroup(node) ? node : mapped(root, (group) => (group.of.some((child) => child.id === id) ? { ...group, of: group.of.map((child) => (child.id === id ? node : child)) } : group));

export const say = (root: GroupNode, id: string, leaf: Leaf): GroupNode => put(root, id, { id, leaf });

export const reform = (root: GroupNode, id: string, form: Form): GroupNode => mapped(root, (group) => (group.id === id ? { ...group, form } : group));

/** Asks it of more or fewer members of the accounts. */
export const quantify = (root: GroupNode, id: string, members: Quantifier): GroupNode => mapped(root, (group) => (group.id === id ? { ...group, members } : group));

/** Moves a node to a place of a group as it stands now; into itself it cannot go. */
export function move(root: GroupNode, id: string, parent: string, index: number): GroupNode {
  const from = find(root, id);
  const to = find(root, parent);
  if (!from?.parent || !to || !isGroup(to.node) || find(isGroup(from.node) ? from.node : { id: '', form: 'all', of: [] }, parent)) return root;
  const shift = from.parent.id === parent && from.index < index ? 1 : 0;
  if (from.parent.id === parent && from.index === index - shift) return root;
  return add(remove(root, id), parent, index - shift, from.node);
}

/** One place up or down in the order in which it is read: into groups, through them, and out again. */
export function step(root: GroupNode, id: string, down: boolean): GroupNode {
  const from = find(root, id);
  if (!from?.parent) return root;
  const { parent, index } = from;
  const next = parent.of[index + (down ? 1 : -1)];
  if (next && isGroup(next)) return move(root, id, next.id, down ? 0 : next.of.length);
  if (next) return move(root, id, parent.id, down ? index + 2 : index - 1);
  const above = find(root, parent.id);
  return above?.parent ? move(root, id, above.parent.id, down ? above.index + 1 : above.index) : root;
}

/** Puts a node into a group of its own; from within `all` it is `any`, and the other way. */
export function wrap(root: GroupNode, id: string): GroupNode {
  const from = find(root, id);
  if (!from?.parent) return root;
  return put(root, id, { id: fresh(), form: from.parent.form === 'all' ? 'any' : 'all', of: [from.node] });
}

/** Takes a group's parts out of it, to where it stood; not what is asked of members, which would be asked of the person then. */
export function unwrap(root: GroupNode, id: string): GroupNode {
  const from = find(root, id);
  if (!from?.parent || !isGroup(from.node) || from.node.members) return root;
  const parts = from.node.of;
  return mapped(root, (group) => (group.id === from.parent!.id ? { ...group, of: group.of.flatMap((child) => (child.id === id ? parts : [child])) } : group));
}

/** The same once more, right after it. */
export function copy(root: GroupNode, id: string): GroupNode {
  const from = find(root, id);
  if (!from?.parent) return root;
  const again = (node: Node): Node => (isGroup(node) ? { ...node, id: fresh(), of: node.of.map(again) } : { ...node, id: fresh() });
  return add(root, from.parent.id, from.index + 1, again(from.node));
}

/** The place in its group, for whoever hears it: "3 of 5". */
export function standing(root: GroupNode, id: string): { place: number; of: number; depth: number } | undefined {
  const found = find(root, id);
  if (!found?.parent) return undefined;
  let depth = 0;
  for (let above = find(root, found.parent.id); above?.parent; above = find(root, above.parent.id)) depth++;
  return { place: found.index + 1, of: found.parent.of.length, depth };
}
