import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconDownload } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { members, type Member, type Segment } from '../../api/segments';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { MenuButton } from '../../ui/MenuButton';
import { Empty, Failure, Loading } from '../../ui/states';
import s from './segments.module.css';

const WhyMember = lazy(() => import('./WhyMember'));

const ROW = 46;
const SHALLOW = 5;

/** Who is in the segment now; only the rows in sight are drawn, and pages come as they come near. */
export function Members({ segment }: { segment: Segment }) {
  const { t } = useWords();
  const file = (format: string) => `/api/v1/segments/${encodeURIComponent(segment.id)}/members?format=${format}&reason=${encodeURIComponent(t('exportReason'))}`;
  return (
    <Card
      title={t('segments.members')}
      help={t('segments.membersHelp')}
      side={
        segment.size > 0 && (
          <MenuButton
            position="bottom-end"
            button={(props) => (
              <Button {...props} variant="default" size="compact-sm" leftSection={<IconDownload size={14} aria-hidden />}>
                {t('segments.export')}
              </Button>
            )}
            items={[
              { key: 'csv', label: t('segments.exportCsv'), href: file('csv'), download: `${segment.id}.csv` },
              { key: 'parquet', label: t('segments.exportParquet'), href: file('parquet'), download: `${segment.id}.parquet` },
            ]}
          />
        )
      }
    >
      {segment.status === 'active' ? <Rows segment={segment} /> : <Empty title={t('segments.membersDraft')} text={t('segments.membersDraftMore')} />}
    </Card>
  );
}

function Rows({ segment }: { segment: Segment }) {
  const { t } = useWords();
  const pages = useInfiniteQuery(members(segment.id));
  // Whoever comes or goes moves the size: then the list is asked for anew; not under somebody who is deep in it.
  const { refetch } = pages;
  const shallow = (pages.data?.pages.length ?? 0) <= SHALLOW;
  useEffect(() => {
    if (shallow) void refetch();
  }, [segment.size, segment.ready, shallow, refetch]);
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.members) ?? [], [pages.data]);
  const [asked, ask] = useState<string>();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => ROW, overscan: 12 });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 60) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (pages.isPending) return <Loading rows={8} />;
  if (pages.isError && rows.length === 0) return <Failure problem={pages.error} again={() => void pages.refetch()} />;
  if (rows.length === 0) return <Empty title={t(segment.ready ? 'segments.membersNone' : 'segments.fillingTitle')} text={t(segment.ready ? 'segments.membersNoneMore' : 'segments.fillingMore')} />;
  return (
    <>
      <div ref={scroll} className={s.members} tabIndex={0} role="table" aria-label={t('segments.members')} aria-rowcount={segment.size + 1} style={{ height: Math.min(rows.length * ROW + 44, 620) }}>
        <div role="rowgroup">
          <div className={s.membersHead} role="row" aria-rowindex={1}>
            <div role="columnheader" className={s.cell}>
              {t('segments.identifier')}
            </div>
            <div role="columnheader" className={`${s.cell} ${s.since}`}>
              {t('segments.since')}
            </div>
            <div role="columnheader" className={`${s.cell} ${s.versionCell}`}>
              {t('segments.versions')}
            </div>
            <div role="columnheader" className={s.cell}>
              {t('segments.whyColumn')}
            </div>
          </div>
        </div>
        <div role="rowgroup" style={{ position: 'relative', height: virtual.getTotalSize() }}>
          {items.map((item) => (
            <Row key={rows[item.index]!.identifier} member={rows[item.index]!} index={item.index} top={item.start} ask={ask} />
          ))}
        </div>
      </div>
      {asked !== undefined && (
        <Suspense>
          <WhyMember segment={segment.id} who={asked} close={() => ask(undefined)} />
        </Suspense>
      )}
    </>
  );
}

function Row({ member, index, top, ask }: { member: Member; index: number; top: number; ask: (who: string) => void }) {
  const { t, moment, num } = useWords();
  const value = member.identifier.slice(member.identifier.indexOf(':') + 1);
  return (
    <div role="row" className={s.member} aria-rowindex={index + 2} style={{ transform: `translateY(${top}px)` }}>
      <div role="cell" className={s.cell}>
        <Link to="/c/$who" params={{ who: member.identifier }} preload={false}>
          {member.name ?? value}
        </Link>
        {member.name && <div className="small muted">{value}</div>}
      </div>
      <div role="cell" className={`${s.cell} ${s.since} num`}>
        {moment(member.since)}
      </div>
      <div role="cell" className={`${s.cell} ${s.versionCell} num`}>
        {num(member.version)}
      </div>
      <div role="cell" className={s.cell}>
        <Button variant="subtle" size="compact-xs" onClick={() => ask(member.identifier)} aria-label={`${member.identifier}: ${t('segments.whyIn')}`}>
          {t('segments.whyIn')}
        </Button>
      </div>
    </div>
  );
}
