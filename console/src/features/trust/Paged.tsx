import { Button } from '@mantine/core';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n';
import { Failure, Loading } from '../../ui/states';
import ui from '../../ui/ui.module.css';

/** A long list, page after page. @param of the items of a page @param none what stands there when there are no items */
export function Paged<P, T>({ query, of, none, children, rows = 4 }: { query: UseInfiniteQueryResult<InfiniteData<P>>; of: (page: P) => T[]; none: ReactNode; children: (all: T[]) => ReactNode; rows?: number }) {
  const { t } = useWords();
  if (query.isPending) return <Loading rows={rows} />;
  const all = query.data?.pages.flatMap(of) ?? [];
  if (query.isError && all.length === 0) return <Failure problem={query.error} again={() => void query.refetch()} />;
  return (
    <>
      {all.length === 0 ? none : children(all)}
      {query.hasNextPage && (
        <div className={ui.row}>
          <Button variant="default" size="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}
