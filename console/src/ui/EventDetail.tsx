import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Happened } from '../api/people';
import { useSourceName } from '../api/sources';
import { useWords } from '../i18n';
import { Stations } from './Stations';
import { Code } from './layout';
import s from './event.module.css';

/** One event in full: when, from where, its way through the house, and as it came. */
export function EventDetail({ event, toPerson }: { event: Happened; toPerson?: boolean }) {
  const { t, moment, clockFull } = useWords();
  const source = useSourceName();
  const pretty = useMemo(() => {
    try {
      return JSON.stringify(JSON.parse(event.body), null, 2);
    } catch {
      return event.body;
    }
  }, [event.body]);
  return (
    <div className={s.detail}>
      <dl className={s.facts}>
        <dt>{t('event.source')}</dt>
        <dd>{source(event.source)}</dd>
        <dt>{t('event.time')}</dt>
        <dd className="num">
          {moment(event.time)} · {t('event.received', { time: clockFull(event.receivedAt) })}
        </dd>
        {event.owner && (
          <>
            <dt>{t('event.owner')}</dt>
            <dd>{toPerson ? <Link to="/c/$who" params={{ who: event.owner }}>{event.owner}</Link> : event.owner}</dd>
          </>
        )}
        <dt>{t('event.id')}</dt>
        <dd className="mono">{event.messageId}</dd>
      </dl>
      <Stations messageId={event.messageId} source={event.source} />
      <Code text={pretty} label={t('event.raw')} />
    </div>
  );
}
