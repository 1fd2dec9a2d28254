import { Button } from '@mantine/core';
import type { NotificationData } from '@mantine/notifications';
import i18n from 'i18next';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { Problem } from '../api/problem';

const notices = () => import('@mantine/notifications');
const Shown = lazy(() => import('./Toasts'));

let wanted = false;
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Where what is said in passing stands; fetched when there is something to say. */
export function Toasts() {
  const needed = useSyncExternalStore(subscribe, () => wanted);
  return needed ? (
    <Suspense>
      <Shown />
    </Suspense>
  ) : null;
}

function show(make: (hide: () => void) => NotificationData) {
  wanted = true;
  listeners.forEach((listener) => listener());
  void notices().then(({ notifications }) => {
    const id = notifications.show(make(() => notifications.hide(id)));
  });
}

/** Says in passing that something was done, and how to undo it. */
export function done(text: string, undo?: () => void) {
  show((hide) => ({
    message: undo ? (
      <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
        {text}
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            hide();
            undo();
          }}
        >
          {i18n.t('undo')}
        </Button>
      </div>
    ) : (
      text
    ),
    autoClose: undo ? 12_000 : 4_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18n.t('close') },
  }));
}

/** Says in passing that something was not done. */
export function failed(problem: unknown) {
  const code = problem instanceof Problem ? problem.code : 'bug';
  const known = i18n.exists(`errors.${code}.what`) ? code : 'other';
  show(() => ({
    color: 'red',
    title: i18n.t(`errors.${known}.what`),
    message: `${i18n.t(`errors.${known}.do`)} (${code})`,
    autoClose: 10_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18n.t('close') },
  }));
}
