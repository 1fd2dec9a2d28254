import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { placeOf, places } from '../../api/places';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { Answered, Failure } from '../../ui/states';
import p from '../plans/plans.module.css';
import d from '../trust/trust.module.css';

/** Where events come from: whether there is a file to ask, how it stands with it, and an address to try. */
export default function Places() {
  const { t, num, date } = useWords();
  const found = useQuery(places);
  const [ip, setIp] = useState('');
  const asking = useMutation({ mutationFn: placeOf });
  return (
    <Card title={t('places.title')} help={t('places.help')}>
      <Answered query={found} rows={3}>
        {({ installed, file, detail, asked, found: known, lastError }) => (
          <div className={d.form}>
            {!installed ? (
              <p className="small muted">{t('places.none')}</p>
            ) : (
              <>
                {file && (
                  <p className="small">
                    {t('places.file', { type: file.type, date: date(file.builtAt) })} · {t(`places.detail.${detail}`)} · {t('places.known', { n: num(known), of: num(asked) })}
                  </p>
                )}
                {lastError && (
                  <p className={p.fault} role="alert">
                    {t(`places.errors.${lastError.code}`)}
                  </p>
                )}
                <form
                  className={d.buttons}
                  style={{ alignItems: 'flex-end' }}
                  onSubmit={(submit) => {
                    submit.preventDefault();
                    asking.mutate(ip.trim());
                  }}
                >
                  <TextInput size="xs" label={t('places.ip')} placeholder="203.0.113.7" value={ip} maxLength={64} spellCheck={false} onChange={(event) => setIp(event.currentTarget.value)} />
                  <Button size="xs" type="submit" variant="default" loading={asking.isPending} disabled={ip.trim() === ''}>
                    {t('places.ask')}
                  </Button>
                </form>
                {asking.isError && <Failure problem={asking.error} />}
                {asking.isSuccess && (
                  <p className="small" role="status">
                    {asking.data === undefined ? t('places.unknown') : [asking.data.countryName ?? asking.data.country, asking.data.region, asking.data.city, asking.data.postcode].filter((part) => part !== undefined).join(' › ')}
                  </p>
                )}
              </>
            )}
          </div>
        )}
      </Answered>
    </Card>
  );
}
