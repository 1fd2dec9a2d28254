import { Button, Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Problem } from '../../api/problem';
import { rehearsal, saveTransformations, transformations, type Changing, type Transformation } from '../../api/transformations';
import { useWords } from '../../i18n';
import { useFaults } from '../../ui/faults';
import { Card, Page, Tag } from '../../ui/layout';
import { Answered, Empty, Failure, Loading } from '../../ui/states';
import { done } from '../../ui/toast';
import { UndoButtons } from '../../ui/UndoButtons';
import { useDraft } from '../../ui/useDraft';
import d from '../trust/trust.module.css';
import p from '../plans/plans.module.css';
import { ready } from './model';
import { One } from './One';
import { Preview } from './Preview';
import { freeId, moved } from './steps';
import { useSaid } from './useSaid';

const Templates = lazy(() => import('./Templates'));
const Places = lazy(() => import('./Places'));
const Tables = lazy(() => import('./Tables'));
const Versions = lazy(() => import('./Versions'));

/** What is done to events before they count, in its order: written, tried on the latest events, and saved as a whole. */
export function TransformationsPage() {
  const { t } = useWords();
  // What somebody else saves meanwhile does not change what is being written.
  const found = useQuery({ ...transformations, refetchOnWindowFocus: false, staleTime: Infinity, gcTime: 0 });
  return (
    <Answered query={found} rows={8}>
      {({ version, ...saved }) => <Editor key={version} version={version} saved={saved} title={t('changes.title')} />}
    </Answered>
  );
}

const PAUSE_MS = 400;
const FIELDS = ['/transformations', '/tables', '/reason'];

function Editor({ version, saved, title }: { version: number; saved: Changing; title: string }) {
  const { t, num } = useWords();
  const said = useSaid();
  const client = useQueryClient();
  const navigate = useNavigate({ from: '/transformations' });
  const { n: wanted = 0, source = '', event = '' } = useSearch({ from: '/signed-in/transformations' });
  const draft = useDraft<Changing>(() => saved);
  const { now, set, rest } = draft;
  const all = now.transformations;
  const here = Math.min(wanted, all.length - 1);
  const chosen = all[here];
  const [reason, setReason] = useState('');
  const [picking, pick] = useState(false);
  const [beside, setBeside] = useState(false);
  const changed = JSON.stringify(now) !== JSON.stringify(saved);
  const look = (change: { n?: number; source?: string; event?: string }) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false });

  // What would come of it follows the hand once it rests, and tells what is wrong, too.
  const written = JSON.stringify(now);
  const [rested] = useDebouncedValue(written, PAUSE_MS);
  const resting = JSON.parse(rested) as Changing;
  const tried = useQuery({ ...rehearsal(resting, source, event), enabled: ready(resting) });
  const refused = tried.error instanceof Problem && tried.error.code === 'invalid_preview' ? new Problem(tried.error.status, { code: tried.error.code, problems: tried.error.reasons.map((each) => ({ ...each, path: (each.path ?? '').replace(/^\/transformations/, '') })) }) : undefined;

  const saving = useMutation({
    // What was sent is kept with it, so that what is wrong is told only as long as it stands as it was sent.
    mutationFn: (draft: string) => saveTransformations(version, JSON.parse(draft) as Changing, reason.trim()),
    onSuccess: async (answer) => {
      done(t('changes.saved', { n: num(answer.version) }));
      await client.invalidateQueries({ queryKey: ['transformations'] });
    },
  });
  const faults = useFaults(saving.error && saving.variables === written ? saving.error : refused);
  const put = (step: (all: Transformation[]) => Transformation[], tag?: string) => set((old) => ({ ...old, transformations: step(old.transformations) }), tag);
  const add = (one: Transformation, tables?: Changing['tables']) => {
    set((old) => ({ transformations: [...old.transformations, { ...one, id: freeId(old.transformations, one.id) }], ...(tables || old.tables ? { tables: { ...tables, ...old.tables } } : {}) }));
    pick(false);
    look({ n: all.length });
  };
  const enable = (i: number, enabled: boolean) => put((list) => list.map((each, at) => (at === i ? { ...each, enabled } : each)));
  return (
    <Page
      title={title}
      lead={t('changes.lead')}
      actions={
        <>
          <Tag tone={changed ? 'warn' : 'accent'}>{changed ? t('changes.unsaved') : t('drafts.version', { n: num(version) })}</Tag>
          <UndoButtons draft={draft} />
        </>
      }
    >
      <Card title={t('changes.list')} help={t('changes.listHelp')} side={t('changes.count', { n: num(all.length) })}>
        <div className={p.editor}>
          <div className={p.rules}>
            <div className={p.search}>
              <div className={d.buttons}>
                <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add({ id: 'change', name: '', steps: [{ do: 'rename', path: '', to: '' }] })}>
                  {t('changes.add')}
                </Button>
                <Button size="xs" variant="default" aria-expanded={picking} onClick={() => pick(!picking)}>
                  {t('changes.ready')}
                </Button>
              </div>
            </div>
            {picking && (
              <Suspense fallback={<Loading rows={3} />}>
                <Templates choose={add} />
              </Suspense>
            )}
            <ol className={p.list} aria-label={t('changes.list')}>
              {all.map((each, i) => (
                <li key={each.id} style={{ display: 'flex', alignItems: 'center', gap: 2 }}>
                  <button type="button" className={p.rule} aria-current={i === here} data-wrong={faults.at(`/transformations/${i}`) !== undefined} onClick={() => look({ n: i })}>
                    <span>
                      {num(i + 1)}. {said.name(each)}
                    </span>
                    <small>{each.enabled === false ? t('changes.off') : said.scope(each)}</small>
                  </button>
                  <Button size="compact-xs" variant="subtle" color="gray" disabled={i === 0} aria-label={t('changes.up', { name: said.name(each) })} onClick={() => { put((list) => moved(list, i, i - 1)); look({ n: i - 1 }); }}>
                    <IconArrowUp size={14} aria-hidden />
                  </Button>
                  <Button size="compact-xs" variant="subtle" color="gray" disabled={i === all.length - 1} aria-label={t('changes.down', { name: said.name(each) })} onClick={() => { put((list) => moved(list, i, i + 1)); look({ n: i + 1 }); }}>
                    <IconArrowDown size={14} aria-hidden />
                  </Button>
                </li>
              ))}
            </ol>
          </div>
          {chosen === undefined ? (
            <Empty title={t('changes.none')} text={t('changes.noneMore')} />
          ) : (
            <One
              key={chosen.id}
              one={chosen}
              path={`/transformations/${here}`}
              tables={Object.keys(now.tables ?? {})}
              set={(step, tag) => put((list) => list.map((each, i) => (i === here ? step(each) : each)), tag === undefined ? undefined : `${chosen.id} ${tag}`)}
              rest={rest}
              fault={faults.at}
              top={<Checkbox size="sm" label={t('changes.enabled')} checked={chosen.enabled !== false} onChange={(change) => enable(here, change.currentTarget.checked)} />}
              remove={() => {
                put((list) => list.filter((_, i) => i !== here));
                look({ n: Math.max(0, here - 1) });
              }}
            />
          )}
        </div>
      </Card>
      <Preview found={tried} wrong={refused !== undefined} ready={ready(resting)} busy={tried.isFetching || rested !== written} source={source} event={event} look={look} />
      {beside ? (
        <Suspense fallback={<Loading rows={2} />}>
          <div className={d.two}>
            <Tables tables={now.tables ?? {}} set={(tables) => set((old) => ({ ...old, tables }))} fault={faults.at} />
            <Versions version={version} saved={saved} use={(older) => set(() => older)} />
          </div>
          <Places />
        </Suspense>
      ) : (
        <div>
          <Button variant="default" onClick={() => setBeside(true)}>
            {t('changes.beside', { n: num(Object.keys(now.tables ?? {}).length) })}
          </Button>
        </div>
      )}
      <Card title={t('drafts.saving')}>
        <form
          className={d.form}
          onSubmit={(submit) => {
            submit.preventDefault();
            saving.mutate(written);
          }}
        >
          <TextInput label={t('reason')} description={t('changes.reasonHint')} value={reason} maxLength={1000} onChange={(change) => setReason(change.currentTarget.value)} error={faults.at('/reason')} />
          {saving.isError && saving.variables === written && <Failure problem={faults.rest(FIELDS)} />}
          <div className={d.buttons}>
            <Button type="submit" loading={saving.isPending} disabled={!changed}>
              {t('drafts.save', { n: num(version + 1) })}
            </Button>
            <span className="small muted">{t('drafts.saveHint')}</span>
          </div>
        </form>
      </Card>
    </Page>
  );
}
