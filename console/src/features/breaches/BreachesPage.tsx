import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { breaches, type Breach } from '../../api/incidents';
import { useWords } from '../../i18n';
import { Card, Page, Tag, type Tone } from '../../ui/layout';
import { Empty, Loading } from '../../ui/states';
import { Paged } from '../trust/Paged';
import d from '../trust/trust.module.css';
import { left, standing, type Standing } from './model';
import { useExtent } from './useExtent';

const OpenBreach = lazy(() => import('./OpenBreach'));
const TONES: Record<Standing, Tone> = { overdue: 'bad', running: 'warn', subjects: 'warn', authority: 'sky', done: 'ok' };

/** Who was told, and how much time is left until the authority has to be. */
export function Clock({ breach }: { breach: Breach }) {
  const { t, num } = useWords();
  const state = standing(breach);
  const { hours, minutes } = left(breach.clock.dueAt, Date.now());
  return <Tag tone={TONES[state]}>{state === 'running' || state === 'subjects' ? t('breaches.left', { h: num(hours), m: num(minutes) }) : t(`breaches.states.${state}`)}</Tag>;
}

/** What to do when personal data got out. */
export function BreachesPage() {
  const { t } = useWords();
  const { open, export: exported } = useSearch({ from: '/signed-in/breaches' });
  const navigate = useNavigate({ from: '/breaches' });
  const found = useInfiniteQuery(breaches);
  const opening = open === true || exported !== undefined;
  return (
    <Page title={t('breaches.title')} lead={t('breaches.lead')} actions={!opening && <Button onClick={() => void navigate({ search: { open: true } })}>{t('breaches.open')}</Button>}>
      {opening && (
        <Suspense fallback={<Loading rows={6} />}>
          <OpenBreach />
        </Suspense>
      )}
      <Card title={t('breaches.list')} help={t('breaches.listHelp')}>
        <Paged query={found} of={(page) => page.breaches} none={<Empty title={t('breaches.none')} text={t('breaches.noneMore')} />}>
          {(all) => (
            <ul aria-label={t('breaches.list')}>
              {all.map((each) => (
                <One key={each.id} breach={each} />
              ))}
            </ul>
          )}
        </Paged>
      </Card>
    </Page>
  );
}

function One({ breach }: { breach: Breach }) {
  const { t, num, moment } = useWords();
  const extent = useExtent();
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <Link className={d.name} to="/breaches/$id" params={{ id: breach.id }}>
            {breach.reason}
          </Link>
          <div className="small">{extent(breach.extent)}</div>
          <div className="small muted">{[t('people', { n: num(breach.people) }), t('breaches.found', { time: moment(breach.clock.discoveredAt) }), breach.author].join(' · ')}</div>
        </div>
        <span className={d.side}>
          <Clock breach={breach} />
        </span>
      </div>
    </li>
  );
}
