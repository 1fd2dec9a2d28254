import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { draftOf, enricher, enrichers, enricherVersions, saveEnricher, type Draft, type Enricher } from '../../api/enrichers';
import { Problem } from '../../api/problem';
import { useWords } from '../../i18n';
import { useFaults } from '../../ui/faults';
import { Card, Page, Tag } from '../../ui/layout';
import { Answered, Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import { UndoButtons } from '../../ui/UndoButtons';
import { useDraft } from '../../ui/useDraft';
import { Paged } from '../trust/Paged';
import d from '../trust/trust.module.css';
import { Fields } from './Fields';
import { EMPTY, idOf, ready } from './model';
import { Preview } from './Preview';
import { Standing, State } from './Standing';

/** Somebody new who is asked about customers. */
export function NewEnricherPage() {
  const found = useQuery({ ...enrichers, refetchInterval: false });
  return <Answered query={found} rows={8}>{(all) => <Editor taken={all.map(({ id }) => id)} />}</Answered>;
}

const Failures = lazy(() => import('./Failures').then((part) => ({ default: part.Failures })));
const Drops = lazy(() => import('./Drops').then((part) => ({ default: part.Drops })));
const Secrets = lazy(() => import('./Secrets').then((part) => ({ default: part.Secrets })));

/** An enricher: how it goes, what it is, and the way to change it. */
export function EnricherPage() {
  const { id } = useParams({ from: '/signed-in/enrichers/$id' });
  const found = useQuery(enricher(id));
  return <Answered query={found} rows={8}>{(one) => <Editor key={one.version} saved={one} taken={[]} />}</Answered>;
}

const FIELDS = ['/name', '/status', '/purpose', '/recipient', '/party', '/sources', '/events', '/when', '/request', '/answer', '/limits', '/cache', '/circuit', '/reason'];

function Editor({ saved, taken }: { saved?: Enricher; taken: string[] }) {
  const { t, num } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [before] = useState<Draft>(() => (saved ? draftOf(saved) : EMPTY));
  const draft = useDraft<Draft>(() => before);
  const { now } = draft;
  const [reason, setReason] = useState('');
  const [told, setTold] = useState(false);
  const id = saved?.id ?? idOf(now.name, taken);
  const version = saved?.version ?? 0;
  const failures = saved?.standing?.failures ?? 0;
  const changed = JSON.stringify(now) !== JSON.stringify(before);
  const written = JSON.stringify(now);
  const saving = useMutation({
    mutationFn: (text: string) => saveEnricher(id, version, JSON.parse(text) as Draft, reason.trim()),
    onSuccess: async (answer) => {
      done(t('enrichers.saved', { n: num(answer.version) }));
      await client.invalidateQueries({ queryKey: ['enrichers'] });
      if (!saved) await navigate({ to: '/enrichers/$id', params: { id } });
    },
  });
  const stands = saving.error && saving.variables === written ? saving.error : undefined;
  const faults = useFaults(stands);
  return (
    <Page
      title={saved?.name ?? t('enrichers.make')}
      lead={t('enrichers.oneLead')}
      actions={
        <>
          <State of={saved?.standing} />
          <Tag tone={changed ? 'warn' : 'accent'}>{changed ? t('enrichers.unsaved') : t('drafts.version', { n: num(version) })}</Tag>
          <UndoButtons draft={draft} />
        </>
      }
    >
      {saved?.standing && <Standing of={saved.standing} />}
      <div className={d.two}>
        <div className={d.stack}>
          <Fields draft={draft} fault={faults.at} />
          <Card title={t('drafts.saving')}>
            <form
              className={d.form}
              onSubmit={(submit) => {
                submit.preventDefault();
                saving.mutate(written);
              }}
            >
              <TextInput label={t('reason')} description={t('enrichers.reasonHint')} value={reason} maxLength={1000} onChange={(change) => setReason(change.currentTarget.value)} error={faults.at('/reason')} />
              {stands instanceof Problem && <Failure problem={faults.rest(FIELDS)} />}
              {stands !== undefined && !(stands instanceof Problem) && <Failure problem={stands} />}
              <div className={d.buttons}>
                <Button type="submit" loading={saving.isPending} disabled={!changed}>
                  {t('drafts.save', { n: num(version + 1) })}
                </Button>
                <span className="small muted">{t('enrichers.saveHint')}</span>
              </div>
            </form>
          </Card>
          {saved && (
            <Suspense>
              {failures > 0 && <Failures id={id} count={failures} />}
              {told ? (
                <Drops id={id} />
              ) : (
                <div>
                  <Button size="compact-sm" variant="subtle" onClick={() => setTold(true)}>
                    {t('enrichers.drops')}
                  </Button>
                </div>
              )}
            </Suspense>
          )}
        </div>
        <div className={d.stack}>
          {saved && saved.secrets.length > 0 && (
            <Suspense>
              <Secrets id={id} secrets={saved.secrets} />
            </Suspense>
          )}
          <Preview id={id} draft={now} ready={ready(now)} />
          {saved && <Versions id={id} />}
        </div>
      </div>
    </Page>
  );
}

/** Who saved which version, when and why. */
function Versions({ id }: { id: string }) {
  const { t, num, moment } = useWords();
  const found = useInfiniteQuery(enricherVersions(id));
  return (
    <Card title={t('drafts.versions')} help={t('enrichers.versionsHelp')}>
      <Paged query={found} of={({ versions }) => versions} rows={2} none={null}>
        {(all) => (
          <ul aria-label={t('drafts.versions')}>
            {all.map(({ version, author, savedAt, reason, status }) => (
              <li key={version} className={d.item}>
                <div className={d.line}>
                  <div className={d.what}>
                    <div className={d.name}>
                      {t('drafts.version', { n: num(version) })}
                      {status && ` · ${t(`enrichers.statuses.${status}`)}`}
                    </div>
                    {reason && <div className="small">{reason}</div>}
                    <div className="small muted">{[moment(savedAt), author].filter(Boolean).join(' · ')}</div>
                  </div>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </Card>
  );
}
