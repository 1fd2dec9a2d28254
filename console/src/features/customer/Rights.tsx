import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { lift, restrictionsOf, type Restriction } from '../../api/registers';
import { learn, useWords } from '../../i18n';
import { Card, Tag } from '../../ui/layout';
import { Answered, Failure, Loading } from '../../ui/states';
import { done } from '../../ui/toast';
import { usePurposeName } from '../trust/usePurposeName';
import d from '../trust/trust.module.css';

await learn('rights');

const Restrict = lazy(() => import('./Restrict'));
const Archive = lazy(() => import('./Archive'));
const Decided = lazy(() => import('../decisions/Decided'));

/** A person's rights: what stands against using their data, to set and to lift it, and all that is held as a file for them. */
export default function Rights({ who }: { who: string }) {
  return (
    <>
      <Restrictions who={who} />
      <Deciding who={who} />
      <Taking who={who} />
    </>
  );
}

/** What is decided of them without a person; it comes when it is asked for. */
function Deciding({ who }: { who: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (open) {
    return (
      <Suspense fallback={<Loading rows={3} />}>
        <Decided who={who} />
      </Suspense>
    );
  }
  return (
    <Card title={t('rights.automated')}>
      <div className={d.pad}>
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('rights.automatedLook')}
          </Button>
        </div>
      </div>
    </Card>
  );
}

/** All that is held, as a file; the form comes when it is asked for. */
function Taking({ who }: { who: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Card title={t('rights.archive')} help={t('rights.archiveHelp')}>
      {open ? (
        <Suspense fallback={<Loading rows={3} />}>
          <Archive who={who} />
        </Suspense>
      ) : (
        <div className={d.pad}>
          <p className="small muted">{t('rights.archiveMore')}</p>
          <div>
            <Button variant="default" onClick={() => setOpen(true)}>
              {t('rights.archiveBegin')}
            </Button>
          </div>
        </div>
      )}
    </Card>
  );
}

function Restrictions({ who }: { who: string }) {
  const { t } = useWords();
  const found = useQuery(restrictionsOf(who));
  const [making, make] = useState(false);
  return (
    <Card title={t('rights.restrictions')} help={t('rights.restrictionsHelp')}>
      <Answered query={found} rows={2}>
        {(all) => (all.length === 0 ? <p className={`${d.pad} small muted`}>{t('rights.none')}</p> : <ul>{all.map((each) => <One key={each.id} who={who} restriction={each} />)}</ul>)}
      </Answered>
      {making ? (
        <Suspense fallback={<Loading rows={4} />}>
          <Restrict who={who} over={() => make(false)} />
        </Suspense>
      ) : (
        <div className={d.pad}>
          <div>
            <Button variant="default" onClick={() => make(true)}>
              {t('rights.set')}
            </Button>
          </div>
        </div>
      )}
    </Card>
  );
}

/** What holds changes with it: consents, reach and what may be used. */
export function useRenew(who: string) {
  const client = useQueryClient();
  return () => Promise.all([client.invalidateQueries({ queryKey: ['restrictions', who] }), client.invalidateQueries({ queryKey: ['standing', who] }), client.invalidateQueries({ queryKey: ['person', who] }), client.invalidateQueries({ queryKey: ['decided', who] })]);
}

function One({ who, restriction }: { who: string; restriction: Restriction }) {
  const { t, moment } = useWords();
  const name = usePurposeName();
  const renew = useRenew(who);
  const [sure, ask] = useState(false);
  const lifting = useMutation({
    mutationFn: () => lift(restriction.id),
    onSuccess: async () => {
      await renew();
      done(t('rights.lifted'));
    },
  });
  const all = restriction.allUse;
  const against = [...restriction.purposes.map(name), ...(restriction.automatedDecisions && !all ? [t('rights.automated')] : [])];
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <div className={d.name}>
            <Tag tone="bad">{t(all ? 'rights.restricted' : 'rights.objected')}</Tag> {all ? t('rights.everything') : against.join(', ')}
          </div>
          <div className="small">{restriction.reason}</div>
          <div className="small muted">{[moment(restriction.at), restriction.author].filter(Boolean).join(' · ')}</div>
        </div>
        <span className={d.side}>
          {sure ? (
            <>
              <Button size="xs" className={d.danger} loading={lifting.isPending} onClick={() => lifting.mutate()}>
                {t('rights.liftNow')}
              </Button>
              <Button size="xs" variant="default" onClick={() => ask(false)}>
                {t('cancel')}
              </Button>
            </>
          ) : (
            <Button size="xs" variant="default" onClick={() => ask(true)}>
              {t('rights.lift')}
            </Button>
          )}
        </span>
      </div>
      {sure && <p className={`${d.detail} small`}>{t('rights.liftMore')}</p>}
      {lifting.isError && <Failure problem={lifting.error} />}
    </li>
  );
}
