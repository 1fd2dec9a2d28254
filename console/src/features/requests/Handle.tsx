import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { changeRequest, erasures, REQUESTS, type RequestChange, type RightsRequest } from '../../api/rights';
import { useWords } from '../../i18n';
import { Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import d from '../trust/trust.module.css';

/** First who asks is made certain, then the request is closed with what came of it. */
export function Handle({ request }: { request: RightsRequest }) {
  const { t } = useWords();
  const client = useQueryClient();
  const erasing = request.kind === 'erasure' && request.state === 'verified';
  const { data: known } = useInfiniteQuery({ ...erasures, enabled: erasing });
  const [note, setNote] = useState('');
  const [erasure, setErasure] = useState('');
  const change = useMutation({
    mutationFn: (to: RequestChange) => changeRequest(request.id, to),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: REQUESTS });
      done(t('requests.saved'));
    },
  });
  const close = (state: 'done' | 'refused') => change.mutate({ state, outcome: note.trim(), ...(erasure && state === 'done' ? { erasure } : {}) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (note.trim() === '') return;
    if (request.state === 'open') change.mutate({ state: 'verified', identityNote: note.trim() });
    else close('done');
  };
  const first = request.state === 'open';
  return (
    <form className={d.detail} onSubmit={submit} key={request.state}>
      <TextInput label={t(first ? 'requests.verify' : 'requests.close')} description={t(first ? 'requests.verifyHint' : 'requests.closeHint')} value={note} maxLength={1000} required onChange={(event) => setNote(event.currentTarget.value)} />
      {erasing && <NativeSelect label={t('requests.which')} value={erasure} data={[{ value: '', label: t('requests.noErasure') }, ...(known?.pages.flatMap((page) => page.erasures) ?? []).map(({ id, reason }) => ({ value: id, label: `${id} · ${reason}` }))]} onChange={(event) => setErasure(event.currentTarget.value)} />}
      {change.isError && <Failure problem={change.error} />}
      <div className={d.buttons}>
        <Button type="submit" size="xs" disabled={note.trim() === ''} loading={change.isPending}>
          {t(first ? 'requests.verified' : 'requests.done')}
        </Button>
        {!first && (
          <Button size="xs" variant="default" disabled={note.trim() === ''} loading={change.isPending} onClick={() => close('refused')}>
            {t('requests.refuse')}
          </Button>
        )}
      </div>
    </form>
  );
}
