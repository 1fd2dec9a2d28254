import { useEffect, useState, useSyncExternalStore, type RefObject } from 'react';
import type { Offered } from '../../../condition/model';

/** What is dragged: a node of the tree, or a kind of condition to make one of. */
export type Dragged = { id: string } | { make: Offered };
export type Edge = 'above' | 'below';

type Adapter = typeof import('@atlaskit/pragmatic-drag-and-drop/element/adapter');
let adapter: Adapter | undefined;
let coming: Promise<void> | undefined;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const useAdapter = () => useSyncExternalStore(subscribe, () => adapter);

/** Fetches what dragging needs; asked for when a pointer comes near, so that the page is there before. */
export function readyToDrag() {
  coming ??= import('@atlaskit/pragmatic-drag-and-drop/element/adapter').then((module) => {
    adapter = module;
    listeners.forEach((listener) => listener());
  });
}

const read = (data: Record<string, unknown>): Dragged | undefined =>
  typeof data['id'] === 'string' ? { id: data['id'] } : typeof data['make'] === 'string' ? { make: data['make'] as Offered } : undefined;

/** Lets an element be dragged; a row by its grip only, so that its words can be selected. */
export function useDraggable(element: RefObject<HTMLElement | null>, data: Dragged, grip?: RefObject<HTMLElement | null>) {
  const [dragging, setDragging] = useState(false);
  const dnd = useAdapter();
  const key = JSON.stringify(data);
  useEffect(() => {
    if (!element.current || !dnd) return;
    return dnd.draggable({
      element: element.current,
      ...(grip?.current ? { dragHandle: grip.current } : {}),
      getInitialData: () => JSON.parse(key) as Record<string, unknown>,
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [dnd, element, grip, key]);
  return dragging;
}

/** Takes what is dropped; on a row above or below its middle, wherever else as a whole. */
export function useDrop(element: RefObject<HTMLElement | null>, accept: (dragged: Dragged) => boolean, drop: (dragged: Dragged, edge: Edge) => void) {
  const [over, setOver] = useState<Edge>();
  const dnd = useAdapter();
  useEffect(() => {
    const target = element.current;
    if (!target || !dnd) return;
    const edge = (y: number): Edge => {
      const box = target.getBoundingClientRect();
      return y < box.top + box.height / 2 ? 'above' : 'below';
    };
    return dnd.dropTargetForElements({
      element: target,
      canDrop: ({ source }) => {
        const dragged = read(source.data);
        return dragged !== undefined && accept(dragged);
      },
      onDrag: ({ location, self }) => setOver(location.current.dropTargets[0]?.element === self.element ? edge(location.current.input.clientY) : undefined),
      onDragLeave: () => setOver(undefined),
      onDrop: ({ source, location, self }) => {
        setOver(undefined);
        const dragged = read(source.data);
        // The innermost takes it.
        if (dragged && location.current.dropTargets[0]?.element === self.element) drop(dragged, edge(location.current.input.clientY));
      },
    });
  });
  return over;
}
