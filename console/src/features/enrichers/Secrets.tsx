import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { setSecrets, type Secret } from '../../api/enrichers';
import { useWords } from '../../i18n';
import { useFaults } from '../../ui/faults';
import { Card, Tag } from '../../ui/layout';
import { Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import d from '../trust/trust.module.css';

/** Values of secret headers: written once, shown to nobody. */
export function Secrets({ id, secrets }: { id: string; secrets: Secret[] }) {
  const { t } = useWords();
  return (
    <Card title={t('enrichers.secrets')} help={t('enrichers.secretsHelp')}>
      {secrets.map((each) => (
        <One key={each.header} id={id} of={each} />
      ))}
    </Card>
  );
}

function One({ id, of: { header, set, author, setAt } }: { id: string; of: Secret }) {
  const { t, moment } = useWords();
  const client = useQueryClient();
  const [value, setValue] = useState('');
  const saving = useMutation({
    mutationFn: (next: string | null) => setSecrets(id, { [header]: next }),
    onSuccess: async () => {
      setValue('');
      done(t('enrichers.secretSaved'));
      await client.invalidateQueries({ queryKey: ['enrichers'] });
    },
  });
  const faults = useFaults(saving.error);
  return (
    <form
      className={d.form}
      onSubmit={(submit) => {
        submit.preventDefault();
        saving.mutate(value);
      }}
    >
      <PasswordInput label={header} description={set ? [t('enrichers.secretSet'), author, setAt && moment(setAt)].filter(Boolean).join(' · ') : t('enrichers.secretMissing')} autoComplete="off" value={value} onChange={(event) => setValue(event.currentTarget.value)} error={faults.at(`/headers/${header}`)} />
      {saving.isError && <Failure problem={faults.rest([`/headers/${header}`])} />}
      <div className={d.buttons}>
        <Button type="submit" size="xs" loading={saving.isPending} disabled={value === ''}>
          {t('save')}
        </Button>
        {set && (
          <Button size="xs" variant="subtle" color="red" disabled={saving.isPending} onClick={() => saving.mutate(null)}>
            {t('enrichers.dropSecret')}
          </Button>
        )}
        <Tag tone={set ? 'ok' : 'warn'}>{t(set ? 'enrichers.secretSet' : 'enrichers.secretMissing')}</Tag>
      </div>
    </form>
  );
}
