import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../i18n';
import s from './plans.module.css';

const pretty = (value: unknown) => (value === undefined ? '' : JSON.stringify(value, null, 2));

/** Something in JSON that is taken over once it can be read; until then what was written stays in sight. @param empty whether it may be left out */
export function JsonField({ label, description, value, set, error, empty = false }: { label: string; description?: string; value: unknown; set: (value: unknown) => void; error?: string | undefined; empty?: boolean }) {
  const { t } = useWords();
  const stands = pretty(value);
  const [written, setWritten] = useState<{ text: string; of: string }>();
  // What is changed elsewhere meanwhile is what counts, and is shown.
  const text = written !== undefined && written.of === stands ? written.text : stands;
  const [wrong, setWrong] = useState(false);
  const take = () => {
    if (text === stands) return;
    if (text.trim() === '' && empty) {
      setWritten(undefined);
      setWrong(false);
      set(undefined);
      return;
    }
    try {
      const parsed: unknown = JSON.parse(text);
      setWritten(undefined);
      setWrong(false);
      set(parsed);
    } catch {
      setWrong(true);
    }
  };
  return (
    <Textarea
      className={s.json}
      label={label}
      description={description}
      value={text}
      autosize
      minRows={4}
      maxRows={24}
      spellCheck={false}
      onChange={(event) => {
        setWrong(false);
        setWritten({ text: event.currentTarget.value, of: stands });
      }}
      onBlur={take}
      error={wrong ? t('drafts.notJson') : error}
    />
  );
}
