import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { failures, retryFailures } from '../../api/enrichers';
import { learn, useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import { Paged } from '../trust/Paged';
import d from '../trust/trust.module.css';

await learn('drops');

const Dropping = lazy(() => import('./Dropping').then((part) => ({ default: part.Dropping })));

/** Events that were given up after all attempts, with the cause; each can be tried again, or dropped. */
export function Failures({ id, count }: { id: string; count: number }) {
  const { t, num, moment } = useWords();
  const client = useQueryClient();
  const found = useInfiniteQuery(failures(id));
  const [dropping, setDropping] = useState<string>();
  const left = () => setDropping(undefined);
  const again = useMutation({
    mutationFn: (positions?: string[]) => retryFailures(id, positions),
    onSuccess: async ({ retried }) => {
      done(t('enrichers.retried', { n: num(retried) }));
      await client.invalidateQueries({ queryKey: ['enrichers'] });
    },
  });
  return (
    <Card
      title={t('enrichers.failures')}
      help={t('enrichers.failuresHelp')}
      side={
        count > 0 && (
          <div className={d.buttons}>
            <Button size="compact-sm" variant="default" loading={again.isPending} onClick={() => again.mutate(undefined)}>
              {t('enrichers.retryAll', { n: num(count) })}
            </Button>
            <Button size="compact-sm" variant="subtle" color="red" disabled={again.isPending} onClick={() => setDropping('all')}>
              {t('enrichers.dropAll', { n: num(count) })}
            </Button>
          </div>
        )
      }
    >
      {dropping === 'all' && (
        <Suspense>
          <Dropping id={id} count={count} left={left} />
        </Suspense>
      )}
      {again.isError && <Failure problem={again.error} />}
      <Paged query={found} of={({ failures: all }) => all} rows={2} none={<p className={`${d.pad} small muted`}>{t('enrichers.noFailures')}</p>}>
        {(all) => (
          <ul aria-label={t('enrichers.failures')}>
            {all.map((each) => (
              <li key={each.position} className={d.item}>
                <div className={d.line}>
                  <div className={d.what}>
                    <div className={d.name}>
                      {t(`enrichers.causes.${each.code}`, { defaultValue: each.code })}
                      {each.status ? ` · HTTP ${each.status}` : ''}
                    </div>
                    <div className="small muted">{[each.event ?? t('enrichers.erased'), moment(each.at), t('enrichers.attempts', { n: num(each.attempts) })].join(' · ')}</div>
                    {each.messageId && <div className={d.hash}>{each.messageId}</div>}
                  </div>
                  <div className={d.side}>
                    <Button size="compact-xs" variant="subtle" disabled={again.isPending} onClick={() => again.mutate([each.position])}>
                      {t('enrichers.retry')}
                    </Button>
                    <Button size="compact-xs" variant="subtle" color="red" disabled={again.isPending} onClick={() => setDropping(each.position)}>
                      {t('enrichers.drop')}
                    </Button>
                  </div>
                </div>
                {dropping === each.position && (
                  <Suspense>
                    <Dropping id={id} positions={[each.position]} count={1} left={left} />
                  </Suspense>
                )}
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </Card>
  );
}
