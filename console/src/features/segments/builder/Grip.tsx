import { Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconBoxMargin, IconBoxMultiple, IconCopy, IconGripVertical, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent, type Ref } from 'react';
import { copy, isGroup, remove, standing, step, unwrap, wrap, type Node } from '../../../condition/tree';
import { useWords } from '../../../i18n';
import { useBuilding } from './context';
import s from './builder.module.css';

let moving: string | undefined;

/** What a row is dragged by; with the keyboard the arrows move it, and Enter opens what can be done. */
export function Grip({ node, text, handle }: { node: Node; text: string; handle?: Ref<HTMLButtonElement> }) {
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
  return (
    <Menu position="bottom-start" shadow="md" withinPortal>
      <Menu.Target>
        <button
          type="button"
          ref={(element) => {
            own.current = element;
            if (typeof handle === 'function') handle(element);
            else if (handle) handle.current = element;
          }}
          className={s.grip}
          aria-label={t('builder.grip', { text, place: place?.place ?? 1, of: place?.of ?? 1 })}
          onKeyDownCapture={onKeyDown}
        >
          <IconGripVertical size={15} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowUp {...icon} />} onClick={() => go(false)}>
          {t('builder.up')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown {...icon} />} onClick={() => go(true)}>
          {t('builder.down')}
        </Menu.Item>
        <Menu.Item leftSection={<IconBoxMultiple {...icon} />} onClick={() => tree((now) => wrap(now, node.id))}>
          {t('builder.wrap')}
        </Menu.Item>
        {isGroup(node) && (
          <Menu.Item leftSection={<IconBoxMargin {...icon} />} onClick={() => tree((now) => unwrap(now, node.id))}>
            {t('builder.unwrap')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => tree((now) => copy(now, node.id))}>
          {t('builder.copy')}
        </Menu.Item>
        <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => tree((now) => remove(now, node.id))}>
          {t('builder.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
