/** A place at which two values differ. */
export type Change = { path: string; before?: unknown; after?: unknown };

const fields = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const step = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Where two values differ, as deep as they go. What was done to an event is told beside it, not as a change of its own. */
export function changes(before: unknown, after: unknown, path = ''): Change[] {
  if (path === '/context/protocols') return [];
  if (fields(before) && fields(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => changes(before[name], after[name], `${path}/${step(name)}`));
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    return Array.from({ length: Math.max(before.length, after.length) }, (_, i) => i).flatMap((i) => changes(before[i], after[i], `${path}/${i}`));
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  // An object of which all is new, or gone, is told field by field: but for context, which is only about how it was.
  if (before === undefined && fields(after) && Object.keys(after).length > 0) return Object.keys(after).flatMap((name) => changes(undefined, after[name], `${path}/${step(name)}`));
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

/** What stands on an event of what a plan found. */
export type Noted = { violations: { code: string; path: string; found: string }[]; omitted: string[] };

export function noted(event: unknown): Noted {
  const context = fields(event) ? event['context'] : undefined;
  const protocols = fields(context) && fields(context['protocols']) ? context['protocols'] : {};
  const violations = Array.isArray(protocols['violations']) ? (protocols['violations'] as Noted['violations']) : [];
  const omitted = Array.isArray(protocols['omitted']) ? (protocols['omitted'] as string[]) : [];
  return { violations, omitted };
}

/** A value in short, as people read it. */
export const shown = (value: unknown): string => (value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value));
