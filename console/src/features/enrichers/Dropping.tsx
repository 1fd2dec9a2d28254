import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dropFailures } from '../../api/enrichers';
import { learn, useWords } from '../../i18n';
import { Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import d from '../trust/trust.module.css';

await learn('drops');

/** Drops events that were given up, for a reason that stays on record. @param positions all without them */
export function Dropping({ id, positions, count, left }: { id: string; positions?: string[]; count: number; left: () => void }) {
  const { t, num } = useWords();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const dropping = useMutation({
    mutationFn: () => dropFailures(id, reason.trim(), positions),
    onSuccess: async ({ dropped }) => {
      done(t('enrichers.dropped', { n: num(dropped) }));
      left();
      await client.invalidateQueries({ queryKey: ['enrichers'] });
    },
  });
  return (
    <form
      className={d.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') dropping.mutate();
      }}
    >
      <TextInput label={t('enrichers.dropWhy')} description={t('enrichers.dropHint')} value={reason} maxLength={1000} required data-autofocus onChange={(event) => setReason(event.currentTarget.value)} />
      {dropping.isError && <Failure problem={dropping.error} />}
      <div className={d.buttons}>
        <Button type="submit" size="xs" className={d.danger} disabled={reason.trim() === ''} loading={dropping.isPending}>
          {t('enrichers.dropNow', { n: num(count) })}
        </Button>
        <Button size="xs" variant="subtle" onClick={left}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
