import type { Short } from '../../api/people';
import type { formats } from '../../i18n';

/** What may be shown of a customer in the list, besides the name. */
export const COLUMNS = ['known', 'email', 'phone', 'city', 'grade', 'orders', 'revenue', 'events', 'lastSeen', 'created'] as const;
export type Column = (typeof COLUMNS)[number];
export const DEFAULT: Column[] = ['known', 'email', 'orders', 'revenue', 'lastSeen'];

/** The traits that the list needs of the server for these columns. */
export const traitsFor = (columns: readonly Column[]) => columns.filter((column) => column === 'city' || column === 'grade');

export const RIGHT: readonly Column[] = ['orders', 'revenue', 'events'];

const WIDE: readonly Column[] = ['email', 'phone'];

/** How the list's width is shared out: an address needs more than a number. */
export const tracks = (columns: readonly Column[]) => columns.map((column) => (WIDE.includes(column) ? 'minmax(180px, 1.5fr)' : 'minmax(100px, 0.8fr)')).join(' ');

/** A cell's text. */
export function cell(person: Short, column: Column, t: (key: string, options?: Record<string, unknown>) => string, f: ReturnType<typeof formats>): string {
  const identifier = (type: string) => person.identifiers.find((each) => each.type === type)?.value ?? '';
  const trait = (name: string) => (person.columns[name] === undefined ? '' : String(person.columns[name]));
  switch (column) {
    case 'known':
      return t(person.known ? 'customers.known' : 'customers.anonymous');
    case 'email':
    case 'phone':
      return identifier(column);
    case 'city':
    case 'grade':
      return trait(column);
    case 'orders':
      return person.orders === 0 ? '' : f.num(person.orders);
    case 'revenue':
      return person.revenue === 0 ? '' : f.money(person.revenue, person.currency);
    case 'events':
      return f.num(person.events);
    case 'lastSeen':
      return person.lastSeenAt ? f.ago(person.lastSeenAt) : '';
    case 'created':
      return person.createdAt ? f.date(person.createdAt) : '';
  }
}
