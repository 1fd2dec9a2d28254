import { Popover } from '@mantine/core';
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import type { Leaf } from '../../../condition/model';
import type { Trigger } from '../../../ui/MenuButton';
import { PartEditor } from './PartEditor';

/** The window of an open chip; closed, the keyboard is back on the chip. */
export default function ChipEditor({ chip, label, slot, leaf, change, close }: { chip: (props: Trigger) => ReactNode; label: string; slot: string; leaf: Leaf; change: (leaf: Leaf) => void; close: () => void }) {
  const [opened, setOpened] = useState(false);
  useEffect(() => setOpened(true), []);
  const target = useRef<HTMLSpanElement>(null);
  // The chip is drawn anew when its window goes; what stands in its place takes the focus.
  useEffect(() => {
    const parent = target.current?.parentElement;
    const index = parent ? [...parent.querySelectorAll('button')].indexOf(target.current!.querySelector('button')!) : -1;
    return () => {
      if (parent && index >= 0) queueMicrotask(() => (document.activeElement === document.body || document.activeElement === null) && parent.querySelectorAll('button')[index]?.focus());
    };
  }, []);
  return (
    <Popover opened={opened} onChange={(next) => !next && close()} onDismiss={close} position="bottom-start" shadow="md" width={300} trapFocus withinPortal>
      <Popover.Target>
        <span ref={target}>{chip({}) as ReactElement}</span>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <PartEditor leaf={leaf} slot={slot} change={change} close={close} />
      </Popover.Dropdown>
    </Popover>
  );
}
