import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { session } from '../api/session';
import type { Condition } from '../condition/model';
import { isCondition } from '../condition/shape';
import { learn, type Part } from '../i18n';
import { Problem } from '../api/problem';
import { queries } from './queries';
import { Lost, Shell, Trouble } from './Shell';
import { SignIn } from './SignIn';

const root = createRootRoute({ notFoundComponent: Lost });

/** An address in the console to come back to; nothing else is followed. */
const inside = (to: unknown) => (typeof to === 'string' && /^\/(?!\/|\\)/.test(to) ? to : undefined);

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: SignIn,
  validateSearch: (search): { to?: string } => ({ to: inside(search['to']) }),
});

/** Everything but the sign-in needs a session. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Shell,
  errorComponent: Trouble,
  beforeLoad: async ({ location }) => {
    try {
      await queries.ensureQueryData(session);
    } catch (e) {
      if (e instanceof Problem && e.signedOut) throw redirect({ to: '/sign-in', search: { to: inside(location.href) } });
      throw e;
    }
  },
});

const worded = async <T,>(page: Promise<T>, ...parts: Part[]): Promise<T> => (await Promise.all([page, ...parts.map(learn)]))[0];
const home = createRoute({ getParentRoute: () => signedIn, path: '/', component: lazyRouteComponent(() => worded(import('../features/home/HomePage'), 'home'), 'HomePage') });

const customers = createRoute({
  getParentRoute: () => signedIn,
  path: '/customers',
  validateSearch: (search): { q?: string; show?: 'known' | 'anonymous'; columns?: string } => ({
    q: text(search['q']),
    show: search['show'] === 'known' || search['show'] === 'anonymous' ? search['show'] : undefined,
    columns: text(search['columns']),
  }),
  component: lazyRouteComponent(() => import('../features/customers/CustomersPage'), 'CustomersPage'),
});

export const TABS = ['story', 'traits', 'identity', 'consents'] as const;
export type Tab = (typeof TABS)[number];
const customer = createRoute({
  getParentRoute: () => signedIn,
  path: '/c/$who',
  validateSearch: (search): { tab?: Tab; at?: string; event?: string; only?: string } => ({
    tab: TABS.find((tab) => tab === search['tab']),
    at: text(search['at']),
    event: text(search['event']),
    only: text(search['only']),
  }),
  component: lazyRouteComponent(() => import('../features/customer/CustomerPage'), 'CustomerPage'),
});

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
}

const lazy = lazyRouteComponent;
/** A page with the parts of the words that it needs. */
const sources = createRoute({ getParentRoute: () => signedIn, path: '/sources', component: lazy(() => worded(import('../features/sources/SourcesPage'), 'sources'), 'SourcesPage'), validateSearch: (search): { make?: boolean } => ({ make: search['make'] === true || undefined }) });
const source = createRoute({ getParentRoute: () => signedIn, path: '/sources/$id', component: lazy(() => worded(import('../features/sources/SourcePage'), 'sources'), 'SourcePage') });
const file = createRoute({ getParentRoute: () => signedIn, path: '/sources/$id/import', component: lazy(() => worded(import('../features/sources/ImportPage'), 'sources'), 'ImportPage') });
const events = createRoute({
  getParentRoute: () => signedIn,
  path: '/events',
  validateSearch: (search): { source?: string; name?: string; outcome?: string; text?: string } => ({ source: text(search['source']), name: text(search['name']), outcome: text(search['outcome']), text: text(search['text']) }),
  component: lazy(() => worded(import('../features/events/EventsPage'), 'live', 'home'), 'EventsPage'),
});
const quality = createRoute({ getParentRoute: () => signedIn, path: '/quality', component: lazy(() => worded(import('../features/measures/MeasuresPage'), 'measures'), 'MeasuresPage') });
const qualityOf = createRoute({
  getParentRoute: () => signedIn,
  path: '/quality/$id',
  validateSearch: (search): { event?: string; field?: string } => ({ event: text(search['event']), field: text(search['field']) }),
  component: lazy(() => worded(import('../features/measures/SourceMeasures'), 'measures'), 'SourceMeasuresPage'),
});
const quarantine = createRoute({
  getParentRoute: () => signedIn,
  path: '/quarantine',
  validateSearch: (search): { source?: string; code?: string; open?: string } => ({ source: text(search['source']), code: text(search['code']), open: text(search['open']) }),
  component: lazy(() => worded(import('../features/quarantine/QuarantinePage'), 'quality', 'places', 'live'), 'QuarantinePage'),
});
const quarantined = createRoute({ getParentRoute: () => signedIn, path: '/quarantine/$id', component: lazy(() => worded(import('../features/quarantine/GroupPage'), 'quality', 'mending'), 'GroupPage') });
const identity = createRoute({ getParentRoute: () => signedIn, path: '/identity', component: lazy(() => worded(import('../features/identity/IdentityPage'), 'rules'), 'IdentityPage') });
const settings = createRoute({ getParentRoute: () => signedIn, path: '/settings', component: lazy(() => worded(import('../features/settings/SettingsPage'), 'rules'), 'SettingsPage') });

/** A draft's condition as it stands in the address. */
const condition = (value: unknown): Condition | undefined => (isCondition(value) ? value : undefined);
const counted = <T,>(page: Promise<T>) => worded(page, 'segments');
const trusted = <T,>(page: Promise<T>) => worded(page, 'trust');
const planned = <T,>(page: Promise<T>) => worded(page, 'plans', 'quality');
const SHOWN = ['active', 'draft', 'archived'] as const;
const VIEWS = ['members', 'versions'] as const;
const segments = createRoute({
  getParentRoute: () => signedIn,
  path: '/segments',
  validateSearch: (search): { q?: string; show?: (typeof SHOWN)[number] } => ({ q: text(search['q']), show: SHOWN.find((each) => each === search['show']) }),
  component: lazy(() => counted(import('../features/segments/SegmentsPage')), 'SegmentsPage'),
});
const newSegment = createRoute({
  getParentRoute: () => signedIn,
  path: '/segments/new',
  validateSearch: (search): { c?: Condition; name?: string; purpose?: string } => ({ c: condition(search['c']), name: text(search['name']), purpose: text(search['purpose']) }),
  component: lazy(() => counted(import('../features/segments/builder/BuilderPage')), 'NewSegmentPage'),
});
const segment = createRoute({
  getParentRoute: () => signedIn,
  path: '/segments/$id',
  validateSearch: (search): { tab?: (typeof VIEWS)[number]; purpose?: string } => ({ tab: VIEWS.find((each) => each === search['tab']), purpose: text(search['purpose']) }),
  component: lazy(() => counted(import('../features/segments/SegmentPage')), 'SegmentPage'),
});
const editSegment = createRoute({
  getParentRoute: () => signedIn,
  path: '/segments/$id/edit',
  validateSearch: (search): { c?: Condition; version?: number; purpose?: string } => ({ c: condition(search['c']), version: typeof search['version'] === 'number' ? search['version'] : undefined, purpose: text(search['purpose']) }),
  component: lazy(() => counted(import('../features/segments/builder/BuilderPage')), 'EditSegmentPage'),
});

const erase = createRoute({ getParentRoute: () => signedIn, path: '/c/$who/erase', component: lazy(() => worded(import('../features/erasure/ErasePage'), 'trust', 'erasing'), 'ErasePage') });
const requests = createRoute({
  getParentRoute: () => signedIn,
  path: '/requests',
  validateSearch: (search): { show?: 'closed'; who?: string } => ({ show: search['show'] === 'closed' ? 'closed' : undefined, who: text(search['who']) }),
  component: lazy(() => worded(import('../features/requests/RequestsPage'), 'trust', 'erasing', 'places'), 'RequestsPage'),
});
const erasures = createRoute({ getParentRoute: () => signedIn, path: '/erasures', component: lazy(() => worded(import('../features/erasure/ErasuresPage'), 'trust', 'erasing', 'places'), 'ErasuresPage') });
const erasure = createRoute({ getParentRoute: () => signedIn, path: '/erasures/$id', component: lazy(() => worded(import('../features/erasure/ErasurePage'), 'trust', 'erasing'), 'ErasurePage') });
const ledger = createRoute({
  getParentRoute: () => signedIn,
  path: '/ledger',
  validateSearch: (search): { entry?: number } => ({ entry: Number.isSafeInteger(search['entry']) && Number(search['entry']) > 0 ? Number(search['entry']) : undefined }),
  component: lazy(() => trusted(import('../features/ledger/LedgerPage')), 'LedgerPage'),
});
const purposes = createRoute({
  getParentRoute: () => signedIn,
  path: '/purposes',
  validateSearch: (search): { show?: 'retired' } => ({ show: search['show'] === 'retired' ? 'retired' : undefined }),
  component: lazy(() => trusted(import('../features/purposes/PurposesPage')), 'PurposesPage'),
});
const newPurpose = createRoute({ getParentRoute: () => signedIn, path: '/purposes/new', component: lazy(() => trusted(import('../features/purposes/EditPurpose')), 'NewPurposePage') });
const purpose = createRoute({ getParentRoute: () => signedIn, path: '/purposes/$key', component: lazy(() => trusted(import('../features/purposes/PurposePage')), 'PurposePage') });
const editPurpose = createRoute({ getParentRoute: () => signedIn, path: '/purposes/$key/edit', component: lazy(() => trusted(import('../features/purposes/EditPurpose')), 'EditPurposePage') });

const registered = <T,>(page: Promise<T>) => worded(page, 'registers', 'erasing');
const suppressions = createRoute({ getParentRoute: () => signedIn, path: '/suppressions', component: lazy(() => registered(import('../features/suppressions/SuppressionsPage')), 'SuppressionsPage') });
const statutory = createRoute({ getParentRoute: () => signedIn, path: '/statutory', component: lazy(() => worded(import('../features/statutory/StatutoryPage'), 'registers', 'erasing', 'places'), 'StatutoryPage') });
/** A day or a month as it stands in the address. */
const calendar = (value: unknown, form: RegExp) => (typeof value === 'string' && form.test(value) ? value : undefined);
const access = createRoute({
  getParentRoute: () => signedIn,
  path: '/access',
  validateSearch: (search): { view?: 'review'; month?: string; from?: string; to?: string; actor?: string; profile?: string } => ({
    view: search['view'] === 'review' ? 'review' : undefined,
    month: calendar(search['month'], /^\d{4}-\d{2}$/),
    from: calendar(search['from'], /^\d{4}-\d{2}-\d{2}$/),
    to: calendar(search['to'], /^\d{4}-\d{2}-\d{2}$/),
    actor: text(search['actor']),
    profile: text(search['profile']),
  }),
  component: lazy(() => worded(import('../features/access/AccessPage'), 'registers'), 'AccessPage'),
});
const closed = (value: unknown) => (value === 'closed' ? ('closed' as const) : undefined);
const yes = (value: unknown): true | undefined => value === true || undefined;
const corrections = createRoute({
  getParentRoute: () => signedIn,
  path: '/corrections',
  validateSearch: (search): { show?: 'closed'; open?: string } => ({ show: closed(search['show']), open: text(search['open']) }),
  component: lazy(() => worded(import('../features/corrections/CorrectionsPage'), 'trust', 'erasing', 'deciding', 'places'), 'CorrectionsPage'),
});
const decisions = createRoute({
  getParentRoute: () => signedIn,
  path: '/decisions',
  validateSearch: (search): { show?: 'closed' } => ({ show: closed(search['show']) }),
  component: lazy(() => worded(import('../features/decisions/DecisionsPage'), 'trust', 'erasing', 'deciding', 'places'), 'DecisionsPage'),
});
const retention = createRoute({
  getParentRoute: () => signedIn,
  path: '/retention',
  validateSearch: (search): { edit?: true } => ({ edit: yes(search['edit']) }),
  component: lazy(() => worded(import('../features/keeping/RetentionPage'), 'keeping', 'registers', 'places'), 'RetentionPage'),
});
const processing = createRoute({
  getParentRoute: () => signedIn,
  path: '/processing',
  validateSearch: (search): { edit?: true } => ({ edit: yes(search['edit']) }),
  component: lazy(() => worded(import('../features/processing/ProcessingPage'), 'incidents', 'trust'), 'ProcessingPage'),
});
const breaches = createRoute({
  getParentRoute: () => signedIn,
  path: '/breaches',
  validateSearch: (search): { open?: true; export?: string; at?: string } => ({ open: yes(search['open']), export: text(search['export']), at: text(search['at']) }),
  component: lazy(() => worded(import('../features/breaches/BreachesPage'), 'incidents'), 'BreachesPage'),
});
const breach = createRoute({
  getParentRoute: () => signedIn,
  path: '/breaches/$id',
  validateSearch: (search): { lang?: 'ko' | 'en' } => ({ lang: search['lang'] === 'ko' || search['lang'] === 'en' ? search['lang'] : undefined }),
  component: lazy(() => worded(import('../features/breaches/BreachPage'), 'incidents'), 'BreachPage'),
});
const labels = createRoute({
  getParentRoute: () => signedIn,
  path: '/labels',
  validateSearch: (search): { q?: string; days?: number } => ({ q: text(search['q']), days: whole(search['days']) || undefined }),
  component: lazy(() => worded(import('../features/labels/LabelsPage'), 'labels'), 'LabelsPage'),
});
const bots = createRoute({
  getParentRoute: () => signedIn,
  path: '/bots',
  validateSearch: (search): { q?: string } => ({ q: text(search['q']) }),
  component: lazy(() => worded(import('../features/bots/BotsPage'), 'labels', 'places'), 'BotsPage'),
});
const whole = (value: unknown): number | undefined => (Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined);
const plans = createRoute({ getParentRoute: () => signedIn, path: '/plans', component: lazy(() => planned(import('../features/plans/PlansPage')), 'PlansPage') });
const WAYS = ['events', 'model', 'file'] as const;
const transformations = createRoute({
  getParentRoute: () => signedIn,
  path: '/transformations',
  validateSearch: (search): { n?: number; source?: string; event?: string } => ({ n: whole(search['n']), source: text(search['source']), event: text(search['event']) }),
  component: lazy(() => worded(import('../features/transformations/TransformationsPage'), 'changes', 'conditions', 'quality'), 'TransformationsPage'),
});
const enrichers = createRoute({ getParentRoute: () => signedIn, path: '/enrichers', component: lazy(() => worded(import('../features/enrichers/EnrichersPage'), 'enrichers'), 'EnrichersPage') });
const newEnricher = createRoute({ getParentRoute: () => signedIn, path: '/enrichers/new', component: lazy(() => worded(import('../features/enrichers/EnricherPage'), 'enrichers', 'conditions', 'quality'), 'NewEnricherPage') });
const enricher = createRoute({ getParentRoute: () => signedIn, path: '/enrichers/$id', component: lazy(() => worded(import('../features/enrichers/EnricherPage'), 'enrichers', 'conditions', 'quality'), 'EnricherPage') });
const newPlan = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/new',
  validateSearch: (search): { from?: (typeof WAYS)[number]; source?: string; n?: number } => ({ from: WAYS.find((way) => way === search['from']), source: text(search['source']), n: whole(search['n']) }),
  component: lazy(() => planned(import('../features/plans/NewPlanPage')), 'NewPlanPage'),
});
const plan = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$id',
  validateSearch: (search): { version?: number; q?: string; rule?: string } => ({ version: whole(search['version']), q: text(search['q']), rule: text(search['rule']) }),
  component: lazy(() => planned(import('../features/plans/PlanPage')), 'PlanPage'),
});
const editPlan = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$id/edit',
  validateSearch: (search): { version?: number; n?: number } => ({ version: whole(search['version']), n: whole(search['n']) }),
  component: lazy(() => planned(import('../features/plans/EditPlan')), 'EditPlanPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    signedIn.addChildren([home, customers, customer, erase, segments, newSegment, segment, editSegment, sources, source, file, events, transformations, enrichers, newEnricher, enricher, plans, newPlan, plan, editPlan, quality, qualityOf, quarantine, quarantined, purposes, newPurpose, purpose, editPurpose, ledger, requests, erasures, erasure, corrections, decisions, retention, processing, breaches, breach, labels, bots, statutory, suppressions, access, identity, settings]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
