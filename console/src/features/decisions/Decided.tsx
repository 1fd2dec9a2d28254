import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { decided, object } from '../../api/decisions';
import { segments } from '../../api/segments';
import { learn, useWords } from '../../i18n';
import { Card, Tag } from '../../ui/layout';
import { Answered, Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import { shown } from '../corrections/values';
import { ReasonField } from '../statutory/ReasonField';
import d from '../trust/trust.module.css';

await learn('deciding');

/** What is decided of a customer without a person, and their word against it. */
export default function Decided({ who }: { who: string }) {
  const { t, date } = useWords();
  const client = useQueryClient();
  const found = useQuery(decided(who));
  const { data: known } = useQuery({ ...segments, refetchInterval: false });
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const objecting = useMutation({
    mutationFn: () => object(who, reason.trim()),
    onSuccess: async () => {
      await Promise.all(['decided', 'restrictions', 'standing', 'objections'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      setOpen(false);
      setReason('');
      done(t('automated.objected'));
    },
  });
  return (
    <Card title={t('automated.ofCustomer')} help={t('automated.ofCustomerHelp')} side={found.data && <Tag tone={found.data.objected ? 'bad' : 'sky'}>{t(found.data.objected ? 'automated.objects' : 'automated.allows')}</Tag>}>
      <Answered query={found} rows={3}>
        {(data) => (
          <>
            {data.segments.length + data.computedTraits.length === 0 ? (
              <p className={`${d.pad} small muted`}>{t('automated.nothing')}</p>
            ) : (
              <ul>
                {data.segments.map(({ segment, since }) => (
                  <li key={segment} className={d.line}>
                    <div className={d.what}>
                      <Link to="/segments/$id" params={{ id: segment }}>
                        {known?.find(({ id }) => id === segment)?.name ?? segment}
                      </Link>
                    </div>
                    <span className={`${d.side} small muted`}>{t('automated.since', { time: date(since) })}</span>
                  </li>
                ))}
                {data.computedTraits.map(({ trait, value }) => (
                  <li key={trait} className={d.line}>
                    <div className={d.what}>{trait}</div>
                    <span className={`${d.side} small`}>{shown(value)}</span>
                  </li>
                ))}
              </ul>
            )}
            {!data.objected && (
              <div className={d.pad}>
                {open ? (
                  <ReasonField description={t('automated.reasonHint')} value={reason} set={setReason} label={t('automated.objectNow')} busy={objecting.isPending} go={() => objecting.mutate()} />
                ) : (
                  <div>
                    <Button variant="default" onClick={() => setOpen(true)}>
                      {t('automated.object')}
                    </Button>
                  </div>
                )}
                {objecting.isError && <Failure problem={objecting.error} />}
              </div>
            )}
          </>
        )}
      </Answered>
    </Card>
  );
}
