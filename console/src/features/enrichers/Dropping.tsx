import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dropFailures, drops } from '../../api/enrichers';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import { Paged } from '../trust/Paged';
import d from '../trust/trust.module.css';

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

/** Who dropped such events, when and why; nothing where nobody did. */
export function Drops({ id }: { id: string }) {
  const { t, num, moment } = useWords();
  const found = useInfiniteQuery(drops(id));
  if (!found.data?.pages[0]?.drops.length) return null;
  return (
    <Card title={t('enrichers.drops')} help={t('enrichers.dropsHelp')}>
      <Paged query={found} of={({ drops: all }) => all} rows={2} none={null}>
        {(all) => (
          <ul aria-label={t('enrichers.drops')}>
            {all.map(({ number, author, at, reason, events, causes }) => (
              <li key={number} className={d.item}>
                <div className={d.what}>
                  <div className={d.name}>{reason}</div>
                  <div className="small muted">{[t('enrichers.droppedEvents', { n: num(events) }), ...Object.keys(causes).map((cause) => t(`enrichers.causes.${cause}`, { defaultValue: cause }))].join(' · ')}</div>
                  <div className="small muted">{[moment(at), author].filter(Boolean).join(' · ')}</div>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </Card>
  );
}
