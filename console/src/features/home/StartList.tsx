import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { status } from '../../api/pulse';
import { segments } from '../../api/segments';
import { sources } from '../../api/sources';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import ui from '../../ui/ui.module.css';

/** What there is to do until data flows and is put to use; gone by itself once it is. */
export function StartList() {
  const { t } = useWords();
  const { data: known } = useQuery(sources);
  const { data: now } = useQuery(status);
  const { data: grouped } = useQuery({ ...segments, refetchInterval: false });
  if (!known || !now || !grouped) return null;
  const steps = [
    { word: 'signIn', done: true, link: undefined },
    { word: 'source', done: known.length > 0, link: <Link to="/sources" search={{ make: true }}>{t('start.source')}</Link> },
    { word: 'event', done: now.outcomes.received > 0, link: <Link to="/sources">{t('start.event')}</Link> },
    { word: 'person', done: (now.counts['profiles'] ?? 0) > 0, link: <Link to="/customers">{t('start.person')}</Link> },
    { word: 'segment', done: grouped.length > 0, link: <Link to="/segments/new">{t('start.segment')}</Link> },
  ];
  const next = steps.findIndex(({ done }) => !done);
  if (next < 0) return null;
  return (
    <Card title={t('start.title')}>
      <ol>
        {steps.map(({ word, done, link }, i) => (
          <li key={word} className={ui.row} aria-current={i === next ? 'step' : undefined}>
            {done ? <IconCircleCheckFilled size={20} color="var(--ok)" aria-hidden /> : <IconCircle size={20} color={i === next ? 'var(--accent)' : 'var(--ink-3)'} aria-hidden />}
            <div>
              {!done && link ? link : t(`start.${word}`)}
              <span className="visually-hidden"> {t(done ? 'start.done' : 'start.open')}</span>
              <div className="small muted">{t(`start.${word}More`)}</div>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
