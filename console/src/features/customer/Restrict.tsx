import '@mantine/core/styles/Radio.layer.css';
import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { purposes as allPurposes, titled } from '../../api/purposes';
import { restrict } from '../../api/registers';
import { useWords } from '../../i18n';
import { Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import d from '../trust/trust.module.css';
import { useRenew } from './Rights';

/** A restriction of all use, or an objection to some purposes. */
export default function Restrict({ who, over }: { who: string; over: () => void }) {
  const { t, language } = useWords();
  const renew = useRenew(who);
  const { data: known = [] } = useQuery(allPurposes);
  const [kind, setKind] = useState<'restriction' | 'objection'>('restriction');
  const [chosen, choose] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const making = useMutation({
    mutationFn: () => restrict(who, kind === 'restriction' ? [] : chosen, reason.trim()),
    onSuccess: async () => {
      await renew();
      done(t('rights.made'));
      over();
    },
  });
  const ready = reason.trim() !== '' && (kind === 'restriction' || chosen.length > 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) making.mutate();
  };
  return (
    <form className={d.form} onSubmit={submit} aria-label={t('rights.set')}>
      <Radio.Group label={t('rights.what')} value={kind} onChange={(value) => setKind(value as typeof kind)}>
        <div style={{ display: 'grid', gap: 8, marginTop: 6 }}>
          <Radio value="restriction" label={t('rights.restriction')} description={t('rights.restrictionMore')} />
          <Radio value="objection" label={t('rights.objection')} description={t('rights.objectionMore')} />
        </div>
      </Radio.Group>
      {kind === 'objection' && (
        <Checkbox.Group label={t('rights.purposes')} value={chosen} onChange={choose}>
          <div style={{ display: 'grid', gap: 6, marginTop: 6 }}>
            {known.filter(({ status }) => status === 'active').map(({ key }) => (
              <Checkbox key={key} value={key} size="sm" label={titled(known, key, language)} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <TextInput label={t('reason')} description={t('rights.reasonHint')} value={reason} required maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
      {making.isError && <Failure problem={making.error} />}
      <div className={d.buttons}>
        <Button type="submit" loading={making.isPending} disabled={!ready}>
          {t('rights.setNow')}
        </Button>
        <Button variant="default" onClick={over}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
