import { SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { disassemble } from 'es-hangul';
import { useEffect, useMemo, useRef, useState } from 'react';
import { history, segments as all, type Segment } from '../../api/segments';
import { useWords } from '../../i18n';
import { Card, Page } from '../../ui/layout';
import { Area } from '../../ui/Spark';
import { Answered, Empty } from '../../ui/states';
import { lately } from './days';
import { Standing } from './Standing';
import s from './segments.module.css';

const STATES = ['all', 'active', 'draft', 'archived'] as const;
type Shown = Exclude<(typeof STATES)[number], 'all'>;

const letters = (text: string) => disassemble(text.toLowerCase().replaceAll(/\s/g, ''));

/** All segments: how big each is, which way it goes, and who uses it. */
export function SegmentsPage() {
  const { t, num } = useWords();
  const found = useQuery(all);
  const make = (
    <Link to="/segments/new" className={s.make}>
      <IconPlus size={15} aria-hidden />
      {t('segments.make')}
    </Link>
  );
  return (
    <Page title={t('segments.title')} lead={t('segments.lead')} actions={found.data?.length ? make : undefined}>
      <Answered query={found} rows={8}>
        {(list) =>
          list.length === 0 ? (
            <Card>
              <Empty title={t('segments.none')} text={t('segments.noneMore')} action={make} />
            </Card>
          ) : (
            <>
              <Filters />
              <Card title={t('segments.list')} help={t('segments.listHelp')} side={t('count', { n: num(list.length) })}>
                <List list={list} />
              </Card>
            </>
          )
        }
      </Answered>
    </Page>
  );
}

function Filters() {
  const { t } = useWords();
  const { q = '', show = 'all' } = useSearch({ from: '/signed-in/segments' });
  const navigate = useNavigate({ from: '/segments' });
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  const search = (text: string) => void navigate({ search: (old) => ({ ...old, q: text || undefined }), replace: true });
  return (
    <div className={s.filters}>
      <TextInput
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          if (!(event.nativeEvent as InputEvent).isComposing) search(event.currentTarget.value);
        }}
        onCompositionEnd={(event) => search(event.currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden />}
        placeholder={t('segments.findHint')}
        aria-label={t('segments.find')}
        style={{ flex: '1 1 240px', maxWidth: 420 }}
      />
      <SegmentedControl aria-label={t('segments.show')} value={show} onChange={(value) => void navigate({ search: (old) => ({ ...old, show: value === 'all' ? undefined : (value as Shown) }), replace: true })} data={STATES.map((value) => ({ value, label: t(value === 'all' ? 'segments.every' : `segments.state.${value}`) }))} />
    </div>
  );
}

const ROW = 64;

function List({ list }: { list: Segment[] }) {
  const { t } = useWords();
  const { q = '', show = 'all' } = useSearch({ from: '/signed-in/segments' });
  const rows = useMemo(() => {
    const wanted = letters(q);
    return list
      .filter((each) => (show === 'all' ? each.status !== 'archived' || q !== '' : each.status === show))
      .filter((each) => wanted === '' || [each.name, each.folder, ...each.labels].some((text) => letters(text).includes(wanted)))
      .toSorted((a, b) => Number(b.status === 'active') - Number(a.status === 'active') || a.name.localeCompare(b.name));
  }, [list, q, show]);
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => ROW, overscan: 8 });
  if (rows.length === 0) return <Empty title={t('segments.nothing')} text={t('segments.nothingMore')} />;
  return (
    <div ref={scroll} className={s.scroll} tabIndex={0} role="table" aria-label={t('segments.list')} aria-rowcount={rows.length + 1} style={{ height: Math.min(rows.length * ROW + 42, 720) }}>
      <div role="rowgroup">
        <div className={s.head} role="row" aria-rowindex={1}>
          {(['name', 'size', 'trend', 'usage', 'status'] as const).map((column) => (
            <div key={column} role="columnheader" className={`${s.cell} ${s[column] ?? ''}`}>
              {t(`segments.${column}`)}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ position: 'relative', height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => (
          <Row key={rows[item.index]!.id} segment={rows[item.index]!} index={item.index} top={item.start} />
        ))}
      </div>
    </div>
  );
}

function Row({ segment, index, top }: { segment: Segment; index: number; top: number }) {
  const { t, num } = useWords();
  const usage = [...segment.usedBy, ...(segment.usedByTraits ?? [])].length;
  return (
    <div role="row" className={s.row} aria-rowindex={index + 2} style={{ transform: `translateY(${top}px)` }}>
      <div role="cell" className={`${s.cell} ${s.name}`}>
        <Link to="/segments/$id" params={{ id: segment.id }}>
          {segment.name}
        </Link>
        <div className={s.labels}>
          {segment.folder && <span>{segment.folder}</span>}
          {segment.labels.map((label) => (
            <span key={label}>#{label}</span>
          ))}
        </div>
      </div>
      <div role="cell" className={`${s.cell} ${s.size} num`}>
        {segment.status === 'active' && segment.ready ? num(segment.size) : <span className="muted">–</span>}
      </div>
      <div role="cell" className={`${s.cell} ${s.trend}`}>
        {segment.status === 'active' && segment.ready && <Trend segment={segment} />}
      </div>
      <div role="cell" className={`${s.cell} ${s.usage}`}>
        {usage === 0 ? <span className="muted">{t('segments.unused')}</span> : t('segments.usedBy', { n: num(usage) })}
      </div>
      <div role="cell" className={`${s.cell} ${s.status}`}>
        <Standing segment={segment} />
      </div>
    </div>
  );
}

function Trend({ segment }: { segment: Segment }) {
  const { t } = useWords();
  const { data } = useQuery(history(segment.id));
  return data ? <Area data={lately(data, 30).map(({ size }) => size)} height={34} label={t('segments.trendOf', { name: segment.name })} /> : null;
}
