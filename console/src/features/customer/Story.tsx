import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { newest, story, type Happened } from '../../api/people';
import { useWords } from '../../i18n';
import { EventIcon } from '../../ui/EventIcon';
import { EventDetail } from '../../ui/EventDetail';
import { Card } from '../../ui/layout';
import { Empty, Failure, Loading } from '../../ui/states';
import { about, eventName, look } from '../../ui/words';
import ui from '../../ui/ui.module.css';
import s from './customer.module.css';

const dayOf = (time: string) => {
  const date = new Date(time);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
};

/** What this person did, day by day, the newest first, growing as it happens. */
export function Story({ who, at }: { who: string; at?: string }) {
  const { t, day } = useWords();
  const { event: opened, only } = useSearch({ from: '/signed-in/c/$who' });
  const navigate = useNavigate({ from: '/c/$who' });
  const pages = useInfiniteQuery(story(who));
  const fresh = useQuery({ ...newest(who), enabled: !at && pages.data !== undefined, initialData: pages.data?.pages[0], initialDataUpdatedAt: pages.dataUpdatedAt });
  const begun = useRef(new Set<string>());

  const events = useMemo(() => {
    const known = pages.data?.pages.flatMap((page) => page.events) ?? [];
    if (begun.current.size === 0) known.forEach((each) => begun.current.add(each.position));
    const all = new Map([...known, ...(fresh.data?.events ?? [])].map((each) => [each.position, each]));
    return [...all.values()].sort((a, b) => b.time.localeCompare(a.time) || Number(b.position) - Number(a.position));
  }, [pages.data, fresh.data]);
  const kinds = useMemo(() => [...new Map(events.map((each) => [kindOf(each), eventName(each, t)])).entries()].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label)), [events, t]);
  const shown = events.filter((each) => (!at || each.time <= at) && (!only || kindOf(each) === only));

  const toggle = (position: string) => void navigate({ search: (old) => ({ ...old, event: old.event === position ? undefined : position }), replace: true, resetScroll: false });
  let last = '';
  return (
    <Card
      title={t('customer.story')}
      side={
        <>
          {!at && <span className={s.live}>{t('customer.live')}</span>}
          <NativeSelect
            size="xs"
            w={180}
            data={[{ value: '', label: t('customer.allEvents') }, ...kinds]}
            value={only ?? ''}
            onChange={(event) => { const { value } = event.currentTarget; void navigate({ search: (old) => ({ ...old, only: value || undefined }), replace: true, resetScroll: false }); }}
            aria-label={t('customer.filter')}
          />
        </>
      }
    >
      {pages.isPending ? (
        <Loading rows={8} />
      ) : pages.isError && events.length === 0 ? (
        <Failure problem={pages.error} again={() => void pages.refetch()} />
      ) : shown.length === 0 ? (
        <Empty title={t('customer.noEvents')} text={only ? t('customer.noEventsFilter') : undefined} />
      ) : (
        <ol>
          {shown.map((each) => {
            const date = dayOf(each.time);
            const heading = date !== last;
            last = date;
            const open = opened === each.position;
            return (
              <li key={each.position}>
                {heading && <h3 className={s.day}>{day(each.time)}</h3>}
                <EventRow event={each} open={open} fresh={!begun.current.has(each.position)} toggle={() => toggle(each.position)} />
                {open && <EventDetail event={each} />}
              </li>
            );
          })}
        </ol>
      )}
      {pages.hasNextPage && (
        <div className={ui.row}>
          <Button variant="default" size="xs" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Card>
  );
}

const kindOf = (event: Happened) => (event.call === 'track' ? event.name : (event.call ?? ''));

function EventRow({ event, open, fresh, toggle }: { event: Happened; open: boolean; fresh: boolean; toggle: () => void }) {
  const { t, clock, money } = useWords();
  return (
    <button type="button" className={s.event} data-kind={look(event)} data-fresh={fresh} aria-expanded={open} onClick={toggle}>
      <EventIcon event={event} />
      <span>
        <span className={s.eventName}>{eventName(event, t)}</span>
        <span className={s.eventAbout} style={{ display: 'block' }}>
          {about(event.body, money).join(' · ')}
        </span>
      </span>
      <time className={`${s.eventTime} num`} dateTime={event.time}>
        {clock(event.time)}
      </time>
    </button>
  );
}
