import { lazy, Suspense, useState, type ComponentPropsWithoutRef, type ReactNode } from 'react';

const Opened = lazy(() => import('./OpenMenu'));

export type Item = { key: string; label: ReactNode; icon?: ReactNode; onClick?: () => void; href?: string; download?: string; checked?: boolean };
export type Trigger = ComponentPropsWithoutRef<'button'> & { ref?: (element: HTMLButtonElement | null) => void };

/**
 * A button that opens a menu. What a menu needs is fetched when it is first opened.
 *
 * @param button how the button looks; it is drawn twice, before and after
 * @param stays whether the menu stays open when something in it was chosen
 */
export function MenuButton({ button, items, position = 'bottom-start', stays = false }: { button: (props: Trigger) => ReactNode; items: Item[]; position?: 'bottom-start' | 'bottom-end'; stays?: boolean }) {
  const [asked, setAsked] = useState(false);
  const closed = button({ onClick: () => setAsked(true), 'aria-haspopup': 'menu', 'aria-expanded': false });
  return asked ? (
    <Suspense fallback={closed}>
      <Opened button={button} items={items} position={position} stays={stays} />
    </Suspense>
  ) : (
    closed
  );
}
