import { Button, Progress } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { foreseen, runNow, runs, terms, termsVersions, type Run, type Term, type Terms } from '../../api/keeping';
import { useWords } from '../../i18n';
import { Card, Detail, Page, Tag, type Tone } from '../../ui/layout';
import { Answered, Empty, Failure, Loading } from '../../ui/states';
import { done } from '../../ui/toast';
import ui from '../../ui/ui.module.css';
import { Beside } from '../trust/Beside';
import { Paged } from '../trust/Paged';
import d from '../trust/trust.module.css';
import { usePurposeName } from '../trust/usePurposeName';
import { DueList } from './DueList';
import { progress, taken } from './model';

const EditTerms = lazy(() => import('./EditTerms'));
const TONES: Record<Run['state'], Tone> = { running: 'sky', done: 'ok', failed: 'bad' };

/** For how long what is held stays: the rules, what would go now, and what went. */
export function RetentionPage() {
  const { t } = useWords();
  const { edit } = useSearch({ from: '/signed-in/retention' });
  const navigate = useNavigate({ from: '/retention' });
  const editing = (on: boolean) => void navigate({ search: { edit: on || undefined }, replace: true, resetScroll: false });
  const found = useQuery(terms);
  return (
    <Page
      title={t('keeping.title')}
      lead={t('keeping.lead')}
      actions={
        found.data &&
        !edit && (
          <Button variant="default" onClick={() => editing(true)}>
            {t('keeping.edit')}
          </Button>
        )
      }
    >
      <Beside of="retention" />
      <Answered query={found} rows={6}>
        {(data) => (
          <>
            <Rules key={`${data.version} ${edit}`} saved={data} edit={edit === true} over={() => editing(false)} />
            {!edit && (
              <div className={d.two}>
                <Runs last={data.lastRun} />
                <div className={d.stack}>
                  <Now saved={data} />
                  <Versions />
                </div>
              </div>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Rules({ saved, edit, over }: { saved: Terms; edit: boolean; over: () => void }) {
  const { t, moment, num } = useWords();
  // What somebody else saves meanwhile does not change what is being written.
  const [seen] = useState(saved);
  return (
    <Card title={t('keeping.rules')} help={t('keeping.rulesHelp')} side={saved.savedAt && t('keeping.version', { n: num(saved.version), time: moment(saved.savedAt) })}>
      {edit ? (
        <Suspense fallback={<Loading rows={6} />}>
          <EditTerms saved={seen} over={over} />
        </Suspense>
      ) : saved.rules.length === 0 ? (
        <Empty title={t('keeping.none')} text={t('keeping.noneMore')} />
      ) : (
        <ul aria-label={t('keeping.rules')}>
          {saved.rules.map((term, i) => (
            <Rule key={i} term={term} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Rule({ term }: { term: Term }) {
  const { t, num } = useWords();
  const purpose = usePurposeName();
  const what = term.purpose !== undefined ? t('keeping.ofPurpose', { name: purpose(term.purpose) }) : term.trait !== undefined ? t('keeping.ofTrait', { name: term.trait }) : term.event === '*' ? t('keeping.ofRest') : t('keeping.ofEvent', { name: term.event });
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <div className={d.name}>{what}</div>
          {term.purpose !== undefined && <div className="small muted">{[...(term.events ?? []), ...(term.traits ?? [])].join(', ')}</div>}
        </div>
        <span className={d.side}>{term.days === undefined ? <Tag tone="sky">{t('keeping.byPurpose')}</Tag> : <span className="num">{t('keeping.forDays', { n: num(term.days) })}</span>}</span>
      </div>
    </li>
  );
}

/** What would go now, and the run that does it once somebody is sure. */
function Now({ saved }: { saved: Terms }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [sure, ask] = useState(false);
  const looking = useMutation({ mutationFn: () => foreseen() });
  const running = useMutation({
    mutationFn: runNow,
    onSuccess: async () => {
      ask(false);
      looking.reset();
      done(t('keeping.begun'));
      await Promise.all([client.invalidateQueries({ queryKey: terms.queryKey }), client.invalidateQueries({ queryKey: runs.queryKey })]);
    },
  });
  const busy = saved.lastRun?.state === 'running';
  return (
    <Card title={t('keeping.now')} help={t('keeping.nowHelp')}>
      <div className={d.pad}>
        <div aria-live="polite">{looking.data ? <DueList due={looking.data} label={t('keeping.foreseen')} /> : <p className="small muted">{t('keeping.nowMore')}</p>}</div>
        {looking.isError && <Failure problem={looking.error} />}
        {running.isError && <Failure problem={running.error} />}
        {sure && <p className="small">{t('keeping.sure')}</p>}
        <div className={d.buttons}>
          {!sure && (
            <Button variant="default" loading={looking.isPending} disabled={saved.rules.length === 0} onClick={() => looking.mutate()}>
              {t('keeping.foresee')}
            </Button>
          )}
          {sure ? (
            <>
              <Button className={d.danger} loading={running.isPending} onClick={() => running.mutate()}>
                {t('keeping.runSure')}
              </Button>
              <Button variant="default" onClick={() => ask(false)}>
                {t('cancel')}
              </Button>
            </>
          ) : (
            <Button variant="default" disabled={busy || saved.rules.length === 0} onClick={() => ask(true)}>
              {t('keeping.run')}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}

function Runs({ last }: { last: Run | undefined }) {
  const { t } = useWords();
  const client = useQueryClient();
  const found = useInfiniteQuery(runs);
  // The list is asked for again when the last run is another, or stands otherwise.
  const mark = last && `${last.id} ${last.state} ${last.phase} ${last.error ?? ''}`;
  useEffect(() => void client.invalidateQueries({ queryKey: runs.queryKey }), [client, mark]);
  return (
    <Card title={t('keeping.runs')} help={t('keeping.runsHelp')}>
      <Paged query={found} of={(page) => page.runs} none={<Empty title={t('keeping.noRun')} text={t('keeping.noRunMore')} />}>
        {(all) => (
          <ul aria-label={t('keeping.runs')}>
            {all.map((each) => (
              <One key={each.id} run={last?.id === each.id ? last : each} />
            ))}
          </ul>
        )}
      </Paged>
    </Card>
  );
}

function One({ run }: { run: Run }) {
  const { t, num, moment } = useWords();
  const [open, setOpen] = useState(false);
  const sums = taken(run);
  const label = run.by === 'daily' ? t('keeping.daily') : t('keeping.asked', { name: run.by });
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <div className={d.name}>{label}</div>
          <div className="small muted">{[moment(run.startedAt), run.endedAt && t('keeping.until', { time: moment(run.endedAt) }), t('keeping.byVersion', { n: num(run.version) })].filter(Boolean).join(' · ')}</div>
          <div className="small">{sums.events + sums.traits === 0 ? t('keeping.tookNothing') : t('keeping.sums', { events: num(sums.events), traits: num(sums.traits) })}</div>
          {run.state === 'running' && <Progress value={progress(run)} size="sm" mt={6} aria-label={`${label}: ${t(`keeping.phases.${run.phase}`)}`} />}
          {run.error && (
            <div className="small">
              {t('keeping.trouble')} <Detail text={run.error} />
            </div>
          )}
        </div>
        <span className={d.side}>
          <Tag tone={TONES[run.state]}>{run.state === 'running' ? t(`keeping.phases.${run.phase}`) : t(`keeping.states.${run.state}`)}</Tag>
          {sums.events + sums.traits > 0 && (
            <button type="button" className={ui.textButton} aria-expanded={open} aria-label={`${moment(run.startedAt)}: ${t('keeping.look')}`} onClick={() => setOpen(!open)}>
              {t('keeping.look')}
            </button>
          )}
        </span>
      </div>
      {open && (
        <div className={d.detail}>
          <DueList due={run} label={t('keeping.took')} />
        </div>
      )}
    </li>
  );
}

function Versions() {
  const { t, num, moment } = useWords();
  const found = useInfiniteQuery(termsVersions);
  return (
    <Card title={t('keeping.versions')} help={t('keeping.versionsHelp')}>
      <Paged query={found} of={(page) => page.versions} rows={2} none={<p className={`${d.pad} small muted`}>{t('keeping.noVersion')}</p>}>
        {(all) => (
            <ul>
              {all.map(({ version, savedAt, author, reason, rules }) => (
                <li key={version} className={d.item}>
                  <div className={d.line}>
                    <div className={d.what}>
                      <div className={d.name}>{t('keeping.versionN', { n: num(version), rules: num(rules.length) })}</div>
                      {reason && <div className="small">{reason}</div>}
                      <div className="small muted">{[savedAt && moment(savedAt), author].filter(Boolean).join(' · ')}</div>
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
