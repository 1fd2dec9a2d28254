import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { drop, groups, release, trial, tryOut, type Group } from '../../api/quality';
import { useSourceName } from '../../api/sources';
import { learn, useWords } from '../../i18n';
import { Card, Tag } from '../../ui/layout';
import { Answered, Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import ui from '../../ui/ui.module.css';
import { eventName } from '../../ui/words';
import d from '../trust/trust.module.css';

await learn('quality');

/** What waits, by its cause: each cause is mended once for all of its events. */
export default function Groups({ source }: { source: string | undefined }) {
  const { t, num } = useWords();
  const found = useQuery(groups(source));
  return (
    <Card title={t('causes.title')} help={t('causes.help')} side={found.data && t('count', { n: num(found.data.open) })}>
      <Answered query={found} rows={3}>
        {(data) =>
          data.groups.length === 0 ? (
            <p className={`${ui.row} muted`}>{t('causes.none')}</p>
          ) : (
            <ul>
              {data.groups.map((group) => (
                <Cause key={group.id} group={group} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  );
}

function Cause({ group }: { group: Group }) {
  const { t, num, moment } = useWords();
  const source = useSourceName();
  const [open, setOpen] = useState(false);
  const causes = group.causes.map(({ code, path }) => [t(`reasons.${code}`, { defaultValue: code }), path].filter((part) => part !== '').join(' · ')).join(', ');
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <div className={d.name}>{causes}</div>
          <div className="small muted">{[group.name === '' ? '' : eventName({ call: 'track', name: group.name }, t), source(group.source), `${moment(group.firstSeen)} – ${moment(group.lastSeen)}`].filter((part) => part !== '').join(' · ')}</div>
        </div>
        <span className={d.side}>
          <Tag tone="warn">{t('count', { n: num(group.open) })}</Tag>
          {group.people > 0 && <span className="small muted">{t('people', { n: num(group.people) })}</span>}
          <button type="button" className={ui.textButton} aria-expanded={open} aria-label={`${causes}: ${t('causes.mend')}`} onClick={() => setOpen(!open)}>
            {t('causes.mend')}
          </button>
        </span>
      </div>
      {open && <Mend group={group} />}
    </li>
  );
}

/** First what would come of it, then the repair; or the group is dropped on purpose. */
function Mend({ group }: { group: Group }) {
  const { t, num } = useWords();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const tried = useMutation({ mutationFn: () => tryOut(group.id) });
  const { data: result } = useQuery(trial(tried.data?.id));
  const renew = () => Promise.all([client.invalidateQueries({ queryKey: ['quarantine-groups'] }), client.invalidateQueries({ queryKey: ['quarantine'] })]);
  const released = useMutation({
    mutationFn: () => release(group.id),
    onSuccess: async () => {
      done(t('causes.released'));
      await renew();
    },
  });
  const dropped = useMutation({
    mutationFn: () => drop(group.id, reason.trim()),
    onSuccess: async () => {
      done(t('causes.dropped'));
      await renew();
    },
  });
  const problem = tried.error ?? released.error ?? dropped.error;
  return (
    <div className={d.detail}>
      <p className="small muted">{t('causes.mendMore')}</p>
      <div className={d.buttons} aria-live="polite">
        <Button size="xs" variant="default" loading={tried.isPending || result?.status === 'running'} onClick={() => tried.mutate()}>
          {t('causes.try')}
        </Button>
        {result?.status === 'done' && <span className="small num">{t('causes.outcome', { yes: num(result.outcomes.accepted), no: num(result.outcomes.quarantined) })}</span>}
        {result?.status === 'failed' && <span className="small">{t('causes.failed')}</span>}
        {result?.status === 'done' && result.outcomes.accepted > 0 && (
          <Button size="xs" loading={released.isPending} onClick={() => released.mutate()}>
            {t('causes.release')}
          </Button>
        )}
      </div>
      <div className={d.buttons} style={{ alignItems: 'flex-end' }}>
        <TextInput size="xs" style={{ flex: '1 1 220px', maxWidth: 420 }} label={t('causes.why')} value={reason} maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
        <Button size="xs" variant="default" disabled={reason.trim() === ''} loading={dropped.isPending} onClick={() => dropped.mutate()}>
          {t('causes.drop')}
        </Button>
      </div>
      {problem && <Failure problem={problem} />}
    </div>
  );
}
