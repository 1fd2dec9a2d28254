import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18n from 'i18next';
import { Problem } from '../api/problem';

/** Says in passing that something was done, and how to undo it. */
export function done(text: string, undo?: () => void) {
  const id = notifications.show({
    message: undo ? (
      <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
        {text}
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
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
  });
}

/** Says in passing that something was not done. */
export function failed(problem: unknown) {
  const code = problem instanceof Problem ? problem.code : 'bug';
  const known = i18n.exists(`errors.${code}.what`) ? code : 'other';
  notifications.show({
    color: 'red',
    title: i18n.t(`errors.${known}.what`),
    message: `${i18n.t(`errors.${known}.do`)} (${code})`,
    autoClose: 10_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18n.t('close') },
  });
}
