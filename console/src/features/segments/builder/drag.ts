import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useState, type RefObject } from 'react';
import type { Kind } from '../../../condition/model';

/** What is dragged: a node of the tree, or a kind of condition to make one of. */
export type Dragged = { id: string } | { make: Kind };
export type Edge = 'above' | 'below';

const read = (data: Record<string, unknown>): Dragged | undefined =>
  typeof data['id'] === 'string' ? { id: data['id'] } : typeof data['make'] === 'string' ? { make: data['make'] as Kind } : undefined;

/** Lets an element be dragged; a row by its grip only, so that its words can be selected. */
export function useDraggable(element: RefObject<HTMLElement | null>, data: Dragged, grip?: RefObject<HTMLElement | null>) {
  const [dragging, setDragging] = useState(false);
  const key = JSON.stringify(data);
  useEffect(() => {
    if (!element.current) return;
    return draggable({
      element: element.current,
      ...(grip?.current ? { dragHandle: grip.current } : {}),
      getInitialData: () => JSON.parse(key) as Record<string, unknown>,
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [element, grip, key]);
  return dragging;
}

/** Takes what is dropped; on a row above or below its middle, wherever else as a whole. */
export function useDrop(element: RefObject<HTMLElement | null>, accept: (dragged: Dragged) => boolean, drop: (dragged: Dragged, edge: Edge) => void) {
  const [over, setOver] = useState<Edge>();
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    const edge = (y: number): Edge => {
      const box = target.getBoundingClientRect();
      return y < box.top + box.height / 2 ? 'above' : 'below';
    };
    return combine(
      dropTargetForElements({
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
      }),
    );
  });
  return over;
}
