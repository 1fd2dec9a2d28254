import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef, useState } from 'react';
import type { Lively } from '../../api/live';
import { useWords } from '../../i18n';
import { EventDetail } from '../../ui/EventDetail';
import { EventIcon } from '../../ui/EventIcon';
import { Tag } from '../../ui/layout';
import { about, eventName } from '../../ui/words';
import s from './events.module.css';

const TONES = { accepted: 'ok', duplicate: 'sky', quarantined: 'warn', dropped: 'bad' } as const;

export function EventList({ rows, source }: { rows: Lively[]; source: (id: string) => string }) {
  const { t } = useWords();
  const scroll = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<string>();
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => 45, overscan: 8, getItemKey: (index) => rows[index]!.position });
  return (
    <div ref={scroll} className={s.list} tabIndex={0} role="region" aria-label={t('live.list')}>
      <ol style={{ position: 'relative', height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const event = rows[item.index]!;
          return (
            <li key={item.key} ref={virtual.measureElement} data-index={item.index} className={s.item} style={{ transform: `translateY(${item.start}px)` }}>
              <Row event={event} source={source(event.source)} open={open === event.position} choose={setOpen} />
              {open === event.position && <EventDetail event={event} toPerson />}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

const Row = memo(function Row({ event, source, open, choose }: { event: Lively; source: string; open: boolean; choose: (position: string | undefined) => void }) {
  const { t, clockFull, money } = useWords();
  return (
    <button type="button" className={s.row} aria-expanded={open} onClick={() => choose(open ? undefined : event.position)}>
      <EventIcon event={event} />
      <span className={`${s.quiet} num`}>{clockFull(event.receivedAt)}</span>
      <span className={s.name}>{eventName(event, t)}</span>
      <span className={s.quiet}>{about(event.body, money).join(' · ') || event.owner}</span>
      <span className={s.quiet}>{source}</span>
      <Tag tone={TONES[event.outcome as keyof typeof TONES] ?? 'sky'}>{t(`stations.${event.outcome}`)}</Tag>
    </button>
  );
});
