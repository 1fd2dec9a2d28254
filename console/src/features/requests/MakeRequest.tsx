import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { guesses } from '../../api/people';
import { makeRequest, REQUESTS, type RequestKind } from '../../api/rights';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import d from '../trust/trust.module.css';

const KINDS: RequestKind[] = ['access', 'portability', 'rectification', 'restriction', 'objection', 'erasure', 'automated-decision'];

/** Puts into the queue what somebody asked for. */
export function MakeRequest() {
  const { t, date } = useWords();
  const client = useQueryClient();
  const { who = '' } = useSearch({ from: '/signed-in/requests' });
  const [whose, setWhose] = useState(who);
  const [kind, setKind] = useState<RequestKind>('access');
  const make = useMutation({
    // Who is not known may ask, too: the strongest reading of what was written stands for them.
    mutationFn: () => makeRequest(guesses(whose)[0]!, kind),
    onSuccess: async ({ dueAt }) => {
      await client.invalidateQueries({ queryKey: REQUESTS });
      setWhose('');
      done(t('requests.made', { time: date(dueAt) }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whose.trim() !== '') make.mutate();
  };
  return (
    <Card title={t('requests.make')} help={t('requests.makeHelp')}>
      <form className={d.form} onSubmit={submit}>
        <NativeSelect label={t('requests.kind')} value={kind} data={KINDS.map((value) => ({ value, label: t(`requests.kinds.${value}`) }))} onChange={(event) => setKind(event.currentTarget.value as RequestKind)} />
        <TextInput label={t('requests.whose')} description={t('requests.whoseHint')} placeholder="kim@example.com" value={whose} required autoComplete="off" onChange={(event) => setWhose(event.currentTarget.value)} />
        {make.isError && <Failure problem={make.error} />}
        <Button type="submit" loading={make.isPending} disabled={whose.trim() === ''} style={{ justifySelf: 'start' }}>
          {t('requests.makeNow')}
        </Button>
      </form>
    </Card>
  );
}
