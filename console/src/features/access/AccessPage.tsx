import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState, type FormEvent } from 'react';
import { guesses } from '../../api/people';
import { idOf, reads, type Access } from '../../api/registers';
import { useWords } from '../../i18n';
import { Card, Page, Tag } from '../../ui/layout';
import { Empty, Failure, Loading } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import d from '../trust/trust.module.css';
import { useKind } from './useKind';

const Review = lazy(() => import('./Review'));

/** A day where the reader is. */
const day = (at: Date) => `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;

/** Who read what of whom; and, month by month, what ought to be looked at. */
export function AccessPage() {
  const { t } = useWords();
  const { view = 'log' } = useSearch({ from: '/signed-in/access' });
  const navigate = useNavigate({ from: '/access' });
  return (
    <Page title={t('access.title')} lead={t('access.lead')}>
      <div>
        <SegmentedControl aria-label={t('access.view')} value={view} onChange={(value) => void navigate({ search: (old) => ({ ...old, view: value === 'review' ? 'review' : undefined }), replace: true })} data={(['log', 'review'] as const).map((value) => ({ value, label: t(`access.views.${value}`) }))} />
      </div>
      {view === 'review' ? (
        <Suspense fallback={<Loading rows={8} />}>
          <Review />
        </Suspense>
      ) : (
        <Log />
      )}
    </Page>
  );
}

function Log() {
  const { t, num, moment } = useWords();
  const { from, to, actor, profile } = useSearch({ from: '/signed-in/access' });
  const navigate = useNavigate({ from: '/access' });
  // Today unless days are chosen: the log tells what came first, first, and a week of it is long.
  const looking = useMemo(() => ({ from: new Date(`${from ?? day(new Date())}T00:00:00`).toISOString(), ...(to ? { to: new Date(`${to}T23:59:59.999`).toISOString() } : {}), ...(actor ? { actor } : {}), ...(profile ? { profile } : {}) }), [from, to, actor, profile]);
  const pages = useInfiniteQuery(reads(looking));
  const all = useMemo(() => pages.data?.pages.flatMap((page) => page.reads) ?? [], [pages.data]);
  const set = (change: { from?: string; to?: string; actor?: string; profile?: string }) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false });
  const [whose, setWhose] = useState(profile ?? '');
  const [who, setWho] = useState(actor ?? '');
  const finding = useMutation({ mutationFn: (text: string) => idOf(guesses(text)), onSuccess: (id) => id && set({ profile: id }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set({ actor: who.trim() || undefined });
    if (whose.trim() === '') set({ profile: undefined });
    else if (whose.trim() !== profile) finding.mutate(whose.trim());
  };
  return (
    <>
      <form className={d.buttons} style={{ alignItems: 'flex-end' }} role="search" onSubmit={submit}>
        <TextInput label={t('access.from')} type="date" value={from ?? day(new Date())} onChange={(event) => set({ from: event.currentTarget.value || undefined })} />
        <TextInput label={t('access.to')} type="date" value={to ?? ''} onChange={(event) => set({ to: event.currentTarget.value || undefined })} />
        <TextInput label={t('access.actor')} value={who} autoComplete="off" onChange={(event) => setWho(event.currentTarget.value)} />
        <TextInput label={t('access.whose')} placeholder="kim@example.com" value={whose} autoComplete="off" spellCheck={false} onChange={(event) => setWhose(event.currentTarget.value)} error={finding.isSuccess && finding.data === undefined && t('access.nobody')} />
        <Button type="submit" variant="default" loading={finding.isPending}>
          {t('access.look')}
        </Button>
        {(from || to || actor || profile) && (
          <Button
            variant="subtle"
            onClick={() => {
              setWhose('');
              setWho('');
              set({ from: undefined, to: undefined, actor: undefined, profile: undefined });
            }}
          >
            {t('clear')}
          </Button>
        )}
      </form>
      {finding.isError && <Failure problem={finding.error} />}
      <Card title={t('access.list')} help={t('access.listHelp')} side={from ? undefined : t('access.today')}>
        {pages.isPending ? (
          <Loading rows={6} />
        ) : pages.isError && all.length === 0 ? (
          <Failure problem={pages.error} again={() => void pages.refetch()} />
        ) : all.length === 0 ? (
          <Empty title={t('access.none')} text={t('access.noneMore')} />
        ) : (
          <Reads all={all} />
        )}
        {pages.hasNextPage && (
          <div className={ui.row}>
            <Button variant="default" size="xs" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {t('more')}
            </Button>
          </div>
        )}
      </Card>
      <p className="visually-hidden" aria-live="polite">
        {pages.data && `${t('count', { n: num(all.length) })} ${all[0] ? moment(all[0].at) : ''}`}
      </p>
    </>
  );
}

/** Reads in a table; whose they were is told by ids, each of which leads to the customer. */
export function Reads({ all }: { all: Access[] }) {
  const kind = useKind();
  const { t, num, date, clockFull } = useWords();
  return (
    <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('access.list')}>
      <table className={ui.table}>
        <thead>
          <tr>
            <th scope="col">{t('access.at')}</th>
            <th scope="col">{t('access.actor')}</th>
            <th scope="col">{t('access.what')}</th>
            <th scope="col">{t('access.people')}</th>
            <th scope="col">{t('access.why')}</th>
            <th scope="col">{t('access.address')}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((read) => (
            <tr key={`${read.request} ${read.at} ${read.what}`}>
              <td className="num" style={{ whiteSpace: 'nowrap' }}>
                {date(read.at)} {clockFull(read.at)}
              </td>
              <td>
                {read.actor}
                <div className="small muted">{t(read.session ? 'access.session' : 'access.key')}</div>
              </td>
              <td style={{ minWidth: 150 }}>
                {kind(read.what)} {read.download && (
                  <>
                    <Tag tone="warn">{t('access.download')}</Tag>{' '}
                    <Link className="small" to="/breaches" search={{ export: read.request, at: read.at }} style={{ display: 'inline-block', lineHeight: '24px' }}>
                      {t('access.breach')}
                    </Link>
                  </>
                )}
                {read.fields.length > 0 && <div className="small muted">{read.fields.slice(0, 6).join(', ')}{read.fields.length > 6 ? ` +${num(read.fields.length - 6)}` : ''}</div>}
              </td>
              <td style={{ minWidth: 110 }}>
                {t('people', { n: num(read.count) })}
                {read.people.slice(0, 3).map((id) => (
                  <div key={id} className="small mono">
                    <Link to="/c/$who" params={{ who: id }} preload={false} style={{ display: 'inline-block', lineHeight: '24px' }}>
                      {id.slice(0, 12)}…
                    </Link>
                  </div>
                ))}
                {read.scope && <div className="small muted mono">{read.scope}</div>}
              </td>
              <td className="small" style={{ minWidth: 120 }}>{[read.task, read.reason, read.purpose].filter(Boolean).join(' · ') || '–'}</td>
              <td className="small mono">{read.from}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
