import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { session } from '../api/session';
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

const home = createRoute({ getParentRoute: () => signedIn, path: '/', component: lazyRouteComponent(() => import('../features/home/HomePage'), 'HomePage') });

const customers = createRoute({
  getParentRoute: () => signedIn,
  path: '/customers',
  validateSearch: (search): { q?: string } => ({ q: text(search['q']) }),
  component: lazyRouteComponent(() => import('../features/customers/CustomersPage'), 'CustomersPage'),
});

export const TABS = ['story', 'traits', 'identity'] as const;
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

export const router = createRouter({
  routeTree: root.addChildren([signIn, signedIn.addChildren([home, customers, customer])]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
