import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { guesses } from '../../api/people';
import { Problem } from '../../api/problem';
import type { Reason } from '../../condition/reason';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { Failure } from '../../ui/states';
import { Explained } from './Explained';
import s from './why.module.css';

/** Paste an address and see why that customer is in, or is not. */
export function AskWhy({ ask, disabled }: { ask: (profile: string) => Promise<Reason>; disabled?: boolean }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const found = useMutation({
    mutationFn: async (given: string): Promise<{ name: string; reason: Reason } | null> => {
      // What it looks like is tried first; only "nobody" leads on to the next.
      for (const profile of guesses(given)) {
        try {
          return { name: given.trim(), reason: await ask(profile) };
        } catch (e) {
          if (!(e instanceof Problem) || (e.code !== 'profile_not_found' && e.status !== 400)) throw e;
        }
      }
      return null;
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') found.mutate(text);
  };
  return (
    <Card title={t('why.ask')} help={t('why.askHelp')}>
      <div style={{ padding: 16, display: 'grid', gap: 12 }}>
        <form onSubmit={submit} className={s.ask}>
          <TextInput style={{ flex: 1 }} label={t('why.askHint')} value={text} onChange={(event) => setText(event.currentTarget.value)} autoComplete="off" spellCheck={false} />
          <Button type="submit" variant="default" loading={found.isPending} disabled={disabled}>
            {t('why.askDo')}
          </Button>
        </form>
        <div aria-live="polite">
          {found.data && <Explained reason={found.data.reason} name={found.data.name} />}
          {found.data === null && <p className="small">{t('why.nobody')}</p>}
          {found.isError && <Failure problem={found.error} />}
        </div>
      </div>
    </Card>
  );
}
