import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState, type ErrorComponentProps } from '@tanstack/react-router';
import { IconActivity, IconActivityHeartbeat, IconAlertTriangle, IconArrowsJoin, IconBan, IconChartPie, IconChecklist, IconEye, IconFileText, IconHome, IconLicense, IconListCheck, IconLock, IconLogout, IconMenu2, IconPlugConnected, IconSearch, IconSettings, IconShieldX, IconTags, IconTransform, IconUserQuestion, IconUsers, IconWorldSearch, IconX } from '@tabler/icons-react';
import { useHotkeys } from '@mantine/hooks';
import { openSpotlight } from '@mantine/spotlight';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useStream } from '../api/live';
import { session, signOut } from '../api/session';
import { useWords } from '../i18n';
import { Empty, Failure } from '../ui/states';
import { Mark } from '../ui/Mark';
import { failed } from '../ui/toast';
import { LanguageButton, ThemeButton } from './Choices';
import { Pulse } from './Pulse';
import s from './shell.module.css';

const Palette = lazy(() => import('./Palette'));

/** The places of the console, in the rail's three groups; `beside` are screens that are reached by another's. */
export const PLACES = {
  work: [
    { to: '/', icon: IconHome, word: 'home' },
    { to: '/customers', icon: IconUsers, word: 'customers' },
    { to: '/segments', icon: IconChartPie, word: 'segments' },
  ],
  data: [
    { to: '/sources', icon: IconPlugConnected, word: 'sources' },
    { to: '/events', icon: IconActivity, word: 'events' },
    { to: '/plans', icon: IconListCheck, word: 'plans' },
    { to: '/transformations', icon: IconTransform, word: 'transformations' },
    { to: '/enrichers', icon: IconWorldSearch, word: 'enrichers' },
    { to: '/labels', icon: IconTags, word: 'labels' },
    { to: '/quality', icon: IconActivityHeartbeat, word: 'quality' },
    { to: '/quarantine', icon: IconShieldX, word: 'quarantine', beside: /^.bots/ },
  ],
  trust: [
    { to: '/purposes', icon: IconChecklist, word: 'purposes' },
    { to: '/ledger', icon: IconLicense, word: 'ledger' },
    { to: '/requests', icon: IconUserQuestion, word: 'requests', beside: /^.(corrections|decisions|erasures)/ },
    { to: '/retention', icon: IconLock, word: 'retention', beside: /^.(statutory)/ },
    { to: '/processing', icon: IconFileText, word: 'processing' },
    { to: '/breaches', icon: IconAlertTriangle, word: 'breaches' },
    { to: '/suppressions', icon: IconBan, word: 'suppressions' },
    { to: '/access', icon: IconEye, word: 'access' },
    { to: '/identity', icon: IconArrowsJoin, word: 'identity' },
    { to: '/settings', icon: IconSettings, word: 'settings' },
  ],
} as const;

function Rail({ open, path }: { open: boolean; path: string }) {
  const { t } = useWords();
  return (
    <nav className={s.rail} aria-label={t('nav.label')} data-open={open} id="rail">
      <Link to="/" className={s.brand}>
        <Mark />
        {t('brand')}
      </Link>
      {Object.entries(PLACES).map(([group, places]) => (
        <div key={group} role="group" aria-labelledby={`rail-${group}`}>
          <div className={s.sec} id={`rail-${group}`}>
            {t(`nav.${group}`)}
          </div>
          {places.map(({ to, icon: Icon, word, ...more }) => (
            <Link key={to} to={to} className={s.nav} activeOptions={{ exact: to === '/' }} {...('beside' in more && more.beside.test(path) ? { 'data-status': 'active' } : {})}>
              <Icon size={17} stroke={1.7} aria-hidden />
              {t(`nav.${word}`)}
            </Link>
          ))}
        </div>
      ))}
      <Who />
    </nav>
  );
}

function Who() {
  const { t } = useWords();
  const { data } = useQuery(session);
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = async () => {
    try {
      await signOut();
      client.clear();
      await navigate({ to: '/sign-in' });
    } catch (e) {
      failed(e);
    }
  };
  return (
    <div className={s.foot}>
      {data && <div>{t('signedInAs', { name: data.name })}</div>}
      <button type="button" className={s.choice} style={{ marginTop: 6, gap: 6 }} onClick={() => void leave()}>
        <IconLogout size={14} stroke={1.8} aria-hidden />
        {t('signOut')}
      </button>
    </div>
  );
}

export function Shell() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  useStream();
  // The palette is fetched when it is first asked for; what opens it is ready before.
  const [searched, setSearched] = useState(false);
  const search = () => {
    setSearched(true);
    openSpotlight();
  };
  useHotkeys([['mod+K', search]], []);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => setOpen(false), [path]);
  return (
    <div className={s.app}>
      <a className={s.skip} href="#main">
        {t('skip')}
      </a>
      <Rail open={open} path={path} />
      <header className={s.top}>
        <button type="button" className={`${s.choice} ${s.burger}`} aria-label={t('nav.menu')} aria-expanded={open} aria-controls="rail" onClick={() => setOpen(!open)}>
          {open ? <IconX size={16} aria-hidden /> : <IconMenu2 size={16} aria-hidden />}
        </button>
        <button type="button" className={s.search} onClick={search}>
          <IconSearch size={15} aria-hidden style={{ flex: 'none' }} />
          <span>{t('palette.open')}</span>
          <span className={s.kbd} aria-hidden>
            {/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'}
          </span>
        </button>
        <Pulse />
        <LanguageButton />
        <ThemeButton />
      </header>
      <main className={s.main} id="main" tabIndex={-1}>
        <Outlet />
      </main>
      {searched && (
        <Suspense>
          <Palette />
        </Suspense>
      )}
    </div>
  );
}

/** There is no such address. */
export function Lost() {
  const { t } = useWords();
  return <Empty title={t('lost.title')} text={t('lost.text')} action={<Link to="/">{t('lost.home')}</Link>} />;
}

/** A screen did not come up. */
export function Trouble({ error, reset }: ErrorComponentProps) {
  return <Failure problem={error} again={reset} />;
}
