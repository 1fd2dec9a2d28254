import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useMemo, useRef } from 'react';
import { address, called, people, type Short } from '../../api/people';
import { formats, useWords } from '../../i18n';
import { Empty, Failure, Loading } from '../../ui/states';
import { cell, RIGHT, tracks, traitsFor, type Column } from './columns';
import s from './table.module.css';

const ROW = 44;

/** All customers, a row each; only the rows in sight are drawn, and pages are fetched as they come near. */
export function PeopleTable({ columns, known }: { columns: Column[]; known?: boolean }) {
  const { t } = useWords();
  const pages = useInfiniteQuery(people(traitsFor(columns), known));
  const rows = useMemo(() => pages.data?.pages.flatMap((page) => page.people) ?? [], [pages.data]);
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => ROW, overscan: 12 });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    // A page may come back empty and not be the last one.
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 60) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (pages.isPending) return <Loading rows={10} />;
  if (pages.isError && rows.length === 0) return <Failure problem={pages.error} again={() => void pages.refetch()} />;
  if (rows.length === 0 && !hasNextPage) return <Empty title={t('customers.none')} text={t('customers.noneMore')} action={<Link to="/sources">{t('customers.noneDo')}</Link>} />;
  return (
    <div ref={scroll} className={s.scroll} tabIndex={0} role="table" aria-label={t('customers.list')} aria-rowcount={hasNextPage ? -1 : rows.length + 1} style={{ ['--columns' as string]: columns.length, ['--tracks' as string]: tracks(columns) }}>
      <div role="rowgroup">
        <div className={s.head} role="row" aria-rowindex={1}>
          <div role="columnheader" className={s.cell}>
            {t('columns.name')}
          </div>
          {columns.map((column) => (
            <div key={column} role="columnheader" className={`${s.cell} ${RIGHT.includes(column) ? s.right : ''}`}>
              {t(`columns.${column}`)}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ position: 'relative', height: virtual.getTotalSize() }}>
        {items.map((item) => (
          <Row key={rows[item.index]!.id} person={rows[item.index]!} columns={columns} index={item.index} top={item.start} />
        ))}
      </div>
    </div>
  );
}

const Row = memo(function Row({ person, columns, index, top }: { person: Short; columns: Column[]; index: number; top: number }) {
  const { t, language } = useWords();
  return (
    <div role="row" className={s.row} aria-rowindex={index + 2} style={{ transform: `translateY(${top}px)` }}>
      <div role="cell" className={s.cell}>
        <Link to="/c/$who" params={{ who: address(person) }} preload={false}>
          {person.known ? called(person) : <span className="muted">{called(person)}</span>}
        </Link>
      </div>
      {columns.map((column) => (
        <div key={column} role="cell" className={`${s.cell} num ${RIGHT.includes(column) ? s.right : ''}`}>
          {cell(person, column, t, formats(language))}
        </div>
      ))}
    </div>
  );
});
