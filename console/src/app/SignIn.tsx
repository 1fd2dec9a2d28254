import '@mantine/core/styles/ActionIcon.layer.css';
import '@mantine/core/styles/PasswordInput.layer.css';
import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { Problem } from '../api/problem';
import { session, signIn } from '../api/session';
import { useWords } from '../i18n';
import { useTitle } from '../ui/layout';
import { Mark } from '../ui/Mark';
import { LanguageButton, ThemeButton } from './Choices';
import s from './shell.module.css';

/** A link may carry a key behind its #, which no server ever sees; it leaves the address at once. */
function keyOfLink(): string {
  const key = new URLSearchParams(location.hash.slice(1)).get('key') ?? '';
  if (key !== '') history.replaceState(history.state, '', location.pathname + location.search);
  return key;
}

export function SignIn() {
  const { t } = useWords();
  useTitle(t('signIn.title'));
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const [key, setKey] = useState('');
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: async (who) => {
      client.setQueryData(session.queryKey, who);
      await navigate({ to: to ?? '/', replace: true });
    },
  });
  const { mutate } = enter;
  useEffect(() => {
    const given = keyOfLink();
    if (given !== '') mutate(given);
  }, [mutate]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (key.trim() !== '') mutate(key.trim());
  };
  const code = enter.error instanceof Problem ? enter.error.code : enter.error ? 'other' : '';
  const wrong = code === 'unknown_key' || code === 'owner_link_only';
  return (
    <div className={s.signIn}>
      <main className={s.signInCard}>
        <div className={s.brand}>
          <Mark />
          {t('brand')}
          <span className={s.signInChoices}>
            <LanguageButton />
            <ThemeButton />
          </span>
        </div>
        <h1 className={s.signInTitle}>{t('signIn.title')}</h1>
        <p className={s.signInLead}>{t('signIn.lead')}</p>
        <form onSubmit={submit}>
          <PasswordInput
            label={t('signIn.key')}
            description={t('signIn.hint')}
            value={key}
            onChange={(event) => setKey(event.currentTarget.value)}
            error={code === '' ? undefined : wrong ? t(`signIn.${code}`) : t(`errors.${code}.what`, { defaultValue: t('errors.other.what') })}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
            size="md"
          />
          <Button type="submit" fullWidth mt={16} size="md" loading={enter.isPending}>
            {t('signIn.enter')}
          </Button>
        </form>
      </main>
    </div>
  );
}
