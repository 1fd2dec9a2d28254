import { Popover } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { HelpButton } from './layout';

/** The help that was asked for; it takes the place of the button that asked, and its focus. */
export default function HelpText({ text }: { text: string }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Popover width={280} position="bottom-start" withArrow shadow="md" trapFocus={false} returnFocus defaultOpened>
      <Popover.Target>
        <HelpButton ref={button} />
      </Popover.Target>
      <Popover.Dropdown>
        <p className="small">{text}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
