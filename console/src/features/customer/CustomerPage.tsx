import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { IconEraser } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { called, person as personQuery, type Person } from '../../api/people';
import { TABS, type Tab } from '../../app/router';
import { useWords } from '../../i18n';
import { Card, Figure, Figures, Tag, useTitle } from '../../ui/layout';
import { IdentifierChip } from '../../ui/Identifier';
import { Answered, Loading } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { Accounts, Consents } from './Consents';
import { PastBar } from './PastBar';
import { Story } from './Story';
import { Traits } from './Traits';
import s from './customer.module.css';

const Graph = lazy(() => import('./Graph'));
const Memberships = lazy(() => import('./Memberships'));
const Identity = lazy(() => import('./Identity'));
const ConsentsTab = lazy(() => import('./ConsentsTab'));
const Correcting = lazy(() => import('../corrections/Correcting'));

export function CustomerPage() {
  const { who } = useParams({ from: '/signed-in/c/$who' });
  const { at } = useSearch({ from: '/signed-in/c/$who' });
  const { t } = useWords();
  const found = useQuery(personQuery(who, at));
  useTitle(found.data ? called(found.data) : t('customers.title'));
  return (
    <div className={ui.page}>
      <Answered query={found} rows={8}>
        {(person) => <Whole person={person} who={who} />}
      </Answered>
    </div>
  );
}

const SHOWN = 6;

function Whole({ person, who }: { person: Person; who: string }) {
  const { t, num, money, ago, moment } = useWords();
  const { tab = 'story', at } = useSearch({ from: '/signed-in/c/$who' });
  const navigate = useNavigate({ from: '/c/$who' });
  const name = called(person);
  const shown = person.identifiers.filter(({ value }) => value !== name);
  const { commerce } = person;
  return (
    <>
      <header className={s.head}>
        <div className={s.face} aria-hidden>
          {[...name][0]}
        </div>
        <div style={{ minWidth: 0 }}>
          <div className={s.crumb}>
            <Link to="/customers">{t('customers.title')}</Link>
          </div>
          <h1 className={ui.title}>{name}</h1>
          <div className={s.ids}>
            {shown.slice(0, SHOWN).map((identifier) => (
              <IdentifierChip key={`${identifier.type}:${identifier.value}`} identifier={identifier} />
            ))}
            {shown.length > SHOWN && <span className="small muted">{t('customer.moreIds', { n: num(shown.length - SHOWN) })}</span>}
            <Tag tone={person.known ? 'ok' : 'sky'}>{t(person.known ? 'customers.known' : 'customers.anonymous')}</Tag>
          </div>
        </div>
        {at === undefined && (
          <Link className={s.act} to="/c/$who/erase" params={{ who }} preload={false}>
            <IconEraser size={15} stroke={1.8} aria-hidden />
            {t('customer.erase')}
          </Link>
        )}
      </header>
      <PastBar person={person} />
      <Figures>
        <Figure label={t('customer.revenue')} value={money(commerce.revenue, commerce.currency)} help={t('customer.revenueHelp')} note={commerce.refunded ? t('customer.refunded', { amount: money(commerce.refunded, commerce.currency) }) : undefined} />
        <Figure label={t('customer.orders')} value={t('times', { n: num(commerce.orders) })} help={t('customer.ordersHelp')} note={commerce.returns > 0 ? t('customer.returns', { n: num(commerce.returns) }) : undefined} />
        <Figure label={t('customer.lastSeen')} value={person.lastSeenAt ? ago(person.lastSeenAt) : '–'} help={t('customer.lastSeenHelp')} note={person.lastSeenAt ? moment(person.lastSeenAt) : undefined} />
        <Figure label={t('customer.events')} value={t('count', { n: num(person.events.total) })} help={t('customer.eventsHelp')} note={person.createdAt ? t('customer.since', { date: moment(person.createdAt) }) : undefined} />
        <Figure label={t('customer.sessions')} value={t('times', { n: num(person.sessions.count) })} help={t('customer.sessionsHelp')} note={person.sessions.known[0]?.campaign} />
      </Figures>
      <Tabs value={tab} onChange={(next) => void navigate({ search: (old) => ({ ...old, tab: next === 'story' ? undefined : (next as Tab) }) })} keepMounted={false}>
        <Tabs.List mb={16}>
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`customer.tab.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="story">
          <div className={s.grid}>
            <Story who={who} at={at} />
            <div className={s.side}>
              <Card title={t('customer.graph')} help={t('customer.graphHelp')}>
                <Suspense fallback={<Loading />}>
                  <Graph who={who} />
                </Suspense>
                <div className={ui.row} style={{ borderTop: '1px solid var(--line)' }}>
                  <span>{t('customer.merged', { n: num(person.identifiers.length) })}</span>
                  <Link className={ui.end} to="/c/$who" params={{ who }} search={(old) => ({ ...old, tab: 'identity' as const })}>
                    {t('customer.why')}
                  </Link>
                </div>
              </Card>
              {at === undefined && (
                <Suspense fallback={<Loading rows={2} />}>
                  <Memberships who={who} />
                </Suspense>
              )}
              <Consents person={person} who={who} />
              <Accounts person={person} />
            </div>
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="traits">
          <Traits person={person} />
          {at === undefined && (
            <Suspense>
              <div style={{ marginTop: 16 }}>
                <Correcting who={who} />
              </div>
            </Suspense>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="consents">
          <Suspense fallback={<Loading />}>
            <ConsentsTab who={who} at={at} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="identity">
          <Suspense fallback={<Loading />}>
            <Identity who={who} person={person} />
          </Suspense>
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
