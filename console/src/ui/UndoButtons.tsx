import { Button } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useWords } from '../i18n';

/** The way back and forth of a draft. */
export function UndoButtons({ draft }: { draft: { undo: () => void; redo: () => void; canUndo: boolean; canRedo: boolean } }) {
  const { t } = useWords();
  return (
    <>
      <Button variant="default" leftSection={<IconArrowBackUp size={15} aria-hidden />} disabled={!draft.canUndo} onClick={draft.undo}>
        {t('undo')}
      </Button>
      <Button variant="default" leftSection={<IconArrowForwardUp size={15} aria-hidden />} disabled={!draft.canRedo} onClick={draft.redo}>
        {t('redo')}
      </Button>
    </>
  );
}
