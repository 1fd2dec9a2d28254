import { IconArrowDown, IconArrowUp, IconBoxMargin, IconBoxMultiple, IconCopy, IconGripVertical, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { copy, isGroup, remove, standing, step, unwrap, wrap, type Node } from '../../../condition/tree';
import { useWords } from '../../../i18n';
import { MenuButton, type Item, type Trigger } from '../../../ui/MenuButton';
import { useBuilding } from './context';
import s from './builder.module.css';

let moving: string | undefined;

/** What a row is dragged by; with the keyboard the arrows move it, and Enter opens what can be done. */
export function Grip({ node, text, handle }: { node: Node; text: string; handle?: RefObject<HTMLButtonElement | null> }) {
  const { t } = useWords();
  const { root, tree, announce } = useBuilding();
  const own = useRef<HTMLButtonElement>(null);
  const place = standing(root, node.id);
  // A row that moved into another group is drawn anew there: the keyboard stays on it.
  useEffect(() => {
    if (moving !== node.id) return;
    moving = undefined;
    own.current?.focus();
    if (place) announce(t('builder.moved', { place: place.place, of: place.of }));
  });
  const go = (down: boolean) => {
    moving = node.id;
    tree((now) => {
      const next = step(now, node.id, down);
      if (next === now) moving = undefined;
      return next;
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && own.current?.getAttribute('aria-expanded') !== 'true') {
      event.preventDefault();
      event.stopPropagation();
      go(event.key === 'ArrowDown');
    }
  };
  const icon = { size: 15, stroke: 1.8, 'aria-hidden': true } as const;
  const items: Item[] = [
    { key: 'up', label: t('builder.up'), icon: <IconArrowUp {...icon} />, onClick: () => go(false) },
    { key: 'down', label: t('builder.down'), icon: <IconArrowDown {...icon} />, onClick: () => go(true) },
    { key: 'wrap', label: t('builder.wrap'), icon: <IconBoxMultiple {...icon} />, onClick: () => tree((now) => wrap(now, node.id)) },
    ...(isGroup(node) && !node.members ? [{ key: 'unwrap', label: t('builder.unwrap'), icon: <IconBoxMargin {...icon} />, onClick: () => tree((now) => unwrap(now, node.id)) }] : []),
    { key: 'copy', label: t('builder.copy'), icon: <IconCopy {...icon} />, onClick: () => tree((now) => copy(now, node.id)) },
    { key: 'remove', label: t('builder.remove'), icon: <IconTrash {...icon} />, onClick: () => tree((now) => remove(now, node.id)) },
  ];
  return <MenuButton items={items} button={(props) => <Handle {...props} own={own} handle={handle} onMove={onKeyDown} label={t('builder.grip', { text, place: place?.place ?? 1, of: place?.of ?? 1 })} />} />;
}

/** The button itself; the menu and whoever drags both want to know it. */
function Handle({ own, handle, onMove, label, ref, ...props }: Trigger & { own: RefObject<HTMLButtonElement | null>; handle?: RefObject<HTMLButtonElement | null>; onMove: (event: KeyboardEvent) => void; label: string }) {
  const known = (element: HTMLButtonElement | null) => {
    own.current = element;
    if (handle) handle.current = element;
    ref?.(element);
  };
  return (
    <button {...props} type="button" ref={known} className={s.grip} aria-label={label} onKeyDownCapture={onMove}>
      <IconGripVertical size={15} aria-hidden />
    </button>
  );
}
