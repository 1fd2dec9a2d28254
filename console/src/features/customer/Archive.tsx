import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { accessArchive, download } from '../../api/registers';
import { useWords } from '../../i18n';
import { Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import d from '../trust/trust.module.css';

/** All that is held of somebody as a file for them, once it is said why. */
export default function Archive({ who }: { who: string }) {
  const { t, language } = useWords();
  const [reason, setReason] = useState('');
  const [lang, setLang] = useState<'ko' | 'en'>(language);
  const making = useMutation({
    mutationFn: () => accessArchive(who, reason.trim(), lang),
    onSuccess: (file) => {
      download('access-archive.zip', file);
      setReason('');
      done(t('rights.archiveMade'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') making.mutate();
  };
  return (
    <form className={d.form} onSubmit={submit} aria-label={t('rights.archive')}>
      <NativeSelect label={t('rights.lang')} value={lang} data={[{ value: 'ko', label: '한국어' }, { value: 'en', label: 'English' }]} onChange={(event) => setLang(event.currentTarget.value === 'en' ? 'en' : 'ko')} />
      <TextInput label={t('reason')} description={t('rights.archiveReason')} value={reason} required maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
      {making.isError && <Failure problem={making.error} />}
      <Button type="submit" loading={making.isPending} disabled={reason.trim() === ''} style={{ justifySelf: 'start' }}>
        {t('rights.archiveNow')}
      </Button>
    </form>
  );
}
