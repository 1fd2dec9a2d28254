import { Menu } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { Item, Trigger } from './MenuButton';

/** The menu itself; it stands open as soon as it is there. */
export default function OpenMenu({ button, items, position, stays }: { button: (props: Trigger) => ReactNode; items: Item[]; position: 'bottom-start' | 'bottom-end'; stays: boolean }) {
  const [opened, setOpened] = useState(false);
  useEffect(() => setOpened(true), []);
  return (
    <Menu opened={opened} onChange={setOpened} position={position} shadow="md" closeOnItemClick={!stays} withInitialFocusPlaceholder={false} menuItemTabIndex={0} withinPortal>
      <Menu.Target>{button({}) as React.ReactElement}</Menu.Target>
      <Menu.Dropdown>
        {items.map(({ key, label, icon, onClick, href, download, checked }) => {
          if (href !== undefined) {
            return (
              <Menu.Item key={key} component="a" href={href} {...(download === undefined ? {} : { download })} leftSection={icon}>
                {label}
              </Menu.Item>
            );
          }
          return checked === undefined ? (
            <Menu.Item key={key} leftSection={icon} onClick={onClick}>
              {label}
            </Menu.Item>
          ) : (
            <Menu.CheckboxItem key={key} checked={checked} onChange={() => onClick?.()}>
              {label}
            </Menu.CheckboxItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
