import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { headcount } from '../../api/people';
import type { components } from '../../api/types/operations';
import { status, usePulse } from '../../api/pulse';
import { lazy, Suspense } from 'react';
import { useWords } from '../../i18n';
import { Card, Detail, Figure, Figures, Page, Tag, ToneIcon } from '../../ui/layout';
import { Area } from '../../ui/Spark';
import { Answered } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { StartList } from './StartList';

const Sample = lazy(() => import('./Sample'));

export function HomePage() {
  const { t, num, compact } = useWords();
  const pulse = usePulse();
  const now = useQuery(status);
  return (
    <Page title={t('home.title')} lead={t('home.lead')}>
      <Answered query={now}>
        {(data) => (
          <>
            <StartList />
            <Suspense>
              <Sample empty={data.outcomes.received === 0} />
            </Suspense>
            <Figures>
              <Figure label={t('home.rate')} value={t('home.perSecond', { n: num(Math.round(pulse.perSecond)) })} help={t('home.rateHelp')} note={pulse.recent.length > 1 ? <Area data={pulse.recent} height={26} label={t('home.perMinute')} /> : undefined} />
              <Figure label={t('home.lag')} value={t('home.waiting', { n: num(data.lag) })} help={t('home.lagHelp')} note={data.lag === 0 ? t('home.lagNone') : undefined} />
              <People all={data.counts['profiles'] ?? 0} />
              <Figure label={t('home.events')} value={compact(data.outcomes.received)} help={t('home.eventsHelp')} note={num(data.outcomes.received)} />
              <Figure label={t('home.identifiers')} value={compact(data.counts['identifiers'] ?? 0)} help={t('home.identifiersHelp')} />
            </Figures>
            <Card title={t('home.attention')}>
              <Attention status={data} />
            </Card>
          </>
        )}
      </Answered>
    </Page>
  );
}

/** How many people, how many of them are new, and how many we know by name. */
function People({ all }: { all: number }) {
  const { t, num, share } = useWords();
  const { data: people } = useQuery(headcount);
  const known = people?.known ?? 0;
  const total = people ? people.known + people.anonymous : all;
  return (
    <>
      <Figure label={t('home.people')} value={t('people', { n: num(total) })} help={t('home.peopleHelp')} />
      <Figure
        label={t('home.fresh')}
        value={people ? t('people', { n: num(people.newToday) }) : '–'}
        help={t('home.freshHelp')}
        note={people && t('home.freshBefore', { n: num(people.newYesterday) })}
      />
      <Figure
        label={t('home.known')}
        value={people ? t('people', { n: num(known) }) : '–'}
        help={t('home.knownHelp')}
        note={people && (
          <>
            <span className={ui.meter} role="img" aria-label={t('home.knownShare', { p: share(total === 0 ? 0 : known / total) })}>
              <i style={{ width: `${total === 0 ? 0 : (100 * known) / total}%` }} />
            </span>
            {t('home.anonymous', { n: num(people.anonymous) })}
          </>
        )}
      />
    </>
  );
}

function Attention({ status: now }: { status: Pick<components['schemas']['Status'], 'ailments' | 'behind' | 'outcomes' | 'counts'> }) {
  const { t, num, share } = useWords();
  const { quarantined, received } = now.outcomes;
  const rows = [
    ...now.ailments.map(({ code, error }) => ({ key: code, tone: 'bad' as const, text: t(`home.ailments.${code}.is`), more: <>{t(`home.ailments.${code}.so`)}{error && <Detail text={error} />}</>, to: undefined })),
    ...now.behind.map(({ part, error }) => ({ key: part, tone: 'warn' as const, text: t(`home.behind.${part}`), more: <Detail text={error} />, to: undefined })),
    ...(quarantined > 0 ? [{ key: 'q', tone: 'warn' as const, text: t('home.quarantined', { n: num(quarantined), p: share(quarantined / received) }), more: t('home.quarantinedMore'), to: '/quarantine' }] : []),
    ...((now.counts['dataQualityAlerts'] ?? 0) > 0 ? [{ key: 'd', tone: 'warn' as const, text: t('home.worse', { n: num(now.counts['dataQualityAlerts']!) }), more: t('home.worseMore'), to: '/quality' }] : []),
    ...((now.counts['sharedAlarms'] ?? 0) > 0 ? [{ key: 's', tone: 'sky' as const, text: t('home.shared', { n: num(now.counts['sharedAlarms']!) }), more: t('home.sharedMore'), to: undefined }] : []),
  ];
  if (rows.length === 0) {
    return (
      <div className={ui.row}>
        <ToneIcon tone="ok">
          <IconCircleCheck size={16} stroke={1.8} />
        </ToneIcon>
        {t('home.allWell')}
      </div>
    );
  }
  return (
    <ul>
      {rows.map(({ key, tone, text, more, to }) => (
        <li key={key} className={ui.row}>
          <ToneIcon tone={tone}>
            <IconAlertTriangle size={16} stroke={1.8} />
          </ToneIcon>
          <div>
            {to ? <Link to={to as '/'}>{text}</Link> : text}
            <div className="small muted">{more}</div>
          </div>
          <span className={ui.end}>
            <Tag tone={tone}>{t(`tone.${tone}`)}</Tag>
          </span>
        </li>
      ))}
    </ul>
  );
}
