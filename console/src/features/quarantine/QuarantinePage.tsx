import { Button, NativeSelect } from '@mantine/core';
import { infiniteQueryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { lazy, Suspense, useMemo } from 'react';
import { api, ask } from '../../api/client';
import { sources, useSourceName } from '../../api/sources';
import { useWords } from '../../i18n';
import { EventDetail } from '../../ui/EventDetail';
import { Card, Page, Tag, ToneIcon } from '../../ui/layout';
import { Empty, Failure, Loading } from '../../ui/states';
import { eventName } from '../../ui/words';
import ui from '../../ui/ui.module.css';
import { Beside } from '../trust/Beside';
import s from '../events/events.module.css';

const Groups = lazy(() => import('./Groups'));
const Repairs = lazy(() => import('./Repairs'));

const quarantine = (source?: string, code?: string) =>
  infiniteQueryOptions({
    queryKey: ['quarantine', source ?? '', code ?? ''],
    queryFn: ({ pageParam, signal }) =>
      ask(api.GET('/api/v1/quarantine', { params: { query: { limit: 50, ...(source ? { source } : {}), ...(code ? { code } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

/** What came and could not be used as it is: every event with all its reasons. */
export function QuarantinePage() {
  const { t, moment } = useWords();
  const { source, code, open } = useSearch({ from: '/signed-in/quarantine' });
  const navigate = useNavigate({ from: '/quarantine' });
  const { data: known } = useQuery(sources);
  const name = useSourceName();
  const pages = useInfiniteQuery(quarantine(source, code));
  const events = useMemo(() => pages.data?.pages.flatMap((page) => page.events) ?? [], [pages.data]);
  const reason = (each: string) => t(`reasons.${each}`, { defaultValue: each });
  const codes = [...new Set([...(code ? [code] : []), ...events.flatMap((event) => event.reasons.map((each) => each.code))])].map((value) => ({ value, label: reason(value) }));
  const set = (change: { source?: string; code?: string; open?: string }) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false });
  return (
    <Page title={t('quarantine.title')} lead={t('quarantine.lead')}>
      <Beside of="quarantine" />
      <div className={s.bar}>
        <NativeSelect label={t('event.source')} data={[{ value: '', label: t('live.allSources') }, ...(known ?? []).map(({ id, name: label }) => ({ value: id, label }))]} value={source ?? ''} onChange={(event) => set({ source: event.currentTarget.value || undefined })} />
        <NativeSelect label={t('quarantine.reason')} w={280} data={[{ value: '', label: t('quarantine.allReasons') }, ...codes]} value={code ?? ''} onChange={(event) => set({ code: event.currentTarget.value || undefined })} />
      </div>
      <Suspense fallback={<Loading rows={3} />}>
        <Groups source={source} />
      </Suspense>
      <Suspense fallback={<Loading rows={2} />}>
        <Repairs />
      </Suspense>
      <Card title={t('quarantine.list')} help={t('quarantine.help')}>
        {pages.isPending ? (
          <Loading rows={8} />
        ) : pages.isError && events.length === 0 ? (
          <Failure problem={pages.error} again={() => void pages.refetch()} />
        ) : events.length === 0 ? (
          <Empty title={t('quarantine.none')} text={t('quarantine.noneMore')} />
        ) : (
          <ul>
            {events.map((event) => {
              const opened = open === event.position;
              return (
                <li key={event.position} style={{ borderBottom: '1px solid var(--line)' }}>
                  <button type="button" className={ui.row} style={{ width: '100%', border: 0, background: 'none', color: 'inherit', font: 'inherit', textAlign: 'left', cursor: 'pointer' }} aria-expanded={opened} onClick={() => set({ open: opened ? undefined : event.position })}>
                    {opened ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
                    <ToneIcon tone="warn">
                      <IconAlertTriangle size={16} stroke={1.8} />
                    </ToneIcon>
                    <span style={{ minWidth: 0 }}>
                      {event.reasons.map((each) => reason(each.code)).join(' · ')}
                      <span className="small muted" style={{ display: 'block' }}>
                        {eventName(event, t)} · {name(event.source)}
                      </span>
                    </span>
                    <span className={`${ui.end} small muted num`}>{moment(event.receivedAt)}</span>
                  </button>
                  {opened && (
                    <>
                      <ul style={{ padding: '0 16px 8px 54px', display: 'grid', gap: 6 }}>
                        {event.reasons.map((each, i) => (
                          <li key={i} className="small">
                            <Tag tone="warn">{reason(each.code)}</Tag> {each.path && <span className="mono">{each.path}</span>} {each.found && <span className="muted">“{each.found}”</span>}
                            <div className="muted">{t(`mend.${each.code}`, { defaultValue: t('mend.other') })}</div>
                          </li>
                        ))}
                      </ul>
                      <EventDetail event={event} />
                    </>
                  )}
                </li>
              );
            })}
          </ul>
        )}
        {pages.hasNextPage && (
          <div className={ui.row}>
            <Button variant="default" size="xs" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {t('more')}
            </Button>
          </div>
        )}
      </Card>
    </Page>
  );
}
