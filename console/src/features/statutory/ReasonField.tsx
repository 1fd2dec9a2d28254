import { Button, TextInput } from '@mantine/core';
import { useWords } from '../../i18n';
import d from '../trust/trust.module.css';

/** Why something is done, and the button that does it once that is said. */
export function ReasonField({ description, value, set, label, busy, go }: { description: string; value: string; set: (value: string) => void; label: string; busy: boolean; go: () => void }) {
  const { t } = useWords();
  return (
    <form
      className={d.buttons}
      style={{ alignItems: 'flex-end' }}
      onSubmit={(event) => {
        event.preventDefault();
        if (value.trim() !== '') go();
      }}
    >
      <TextInput style={{ flex: '1 1 260px' }} label={t('reason')} description={description} value={value} required maxLength={1000} onChange={(event) => set(event.currentTarget.value)} />
      <Button type="submit" loading={busy} disabled={value.trim() === ''}>
        {label}
      </Button>
    </form>
  );
}
