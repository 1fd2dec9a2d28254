import { queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';
import type { components } from './types/quality';

type Written = components['schemas']['Plan'];
/** Who saved a version, when and why. */
export type Saved = components['schemas']['Saved'];
export type Action = components['schemas']['Action'];
export const ACTIONS = ['allow', 'omit', 'quarantine', 'block'] as const satisfies readonly Action[];
export const CALLS = ['track', 'identify', 'page', 'screen', 'group', 'alias'] as const;
export type Call = (typeof CALLS)[number];
export type Policy = { source: string; unplannedEvents?: Action; unplannedProperties?: Action; violations?: Action };
export type Rule = { call?: Call; event?: string; version?: string | number; description?: string; schema: unknown };
/** A plan as it is written; see `Plan` of the API, whose types leave schemas empty. */
export type PlanDocument = { name?: string; description?: string; formats?: 'tell' | 'refuse'; models?: string[]; sources?: Policy[]; common?: unknown; rules?: Rule[] };
export type Plan = PlanDocument & { id: string; version: number; author?: string; savedAt?: string; versions?: Saved[] };
export type Model = components['schemas']['Models']['models'][number];
export type Changed = components['schemas']['Diff']['changes'][number];
export type Tried = Omit<components['schemas']['Tried'], 'before' | 'after'> & { before?: unknown; after?: unknown };
export type PlanBreak = components['schemas']['PlanBreak'];
export type Sampled = { looked: number; samples: Tried[]; breaks?: components['schemas']['Break'][] };

/** A plan alone, without what the server says beside it. */
export function documentOf(plan: Plan | PlanDocument): PlanDocument {
  const { id: _, version: _2, versions: _3, position: _4, reason: _5, author: _6, savedAt: _7, breaks: _8, ...document } = plan as Plan & { position?: string; reason?: string; breaks?: unknown };
  return document;
}
const sent = (document: PlanDocument, reason?: string) => ({ ...document, ...(reason === undefined ? {} : { reason }) }) as Written;

export const plans = queryOptions({
  queryKey: ['plans'],
  queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/plans', { signal }))).plans as Plan[],
});

export const plan = (id: string) =>
  queryOptions({ queryKey: ['plan', id], queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/plans/{id}', { params: { path: { id } }, signal }))) as Plan });

/** What was saved never changes. */
export const planVersion = (id: string, version: number) =>
  queryOptions({ queryKey: ['plan', id, version], queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/plans/{id}/versions/{version}', { params: { path: { id, version: String(version) } }, signal }))) as Plan, staleTime: Infinity });

export const planDiff = (id: string, from: number, to: number) =>
  queryOptions({ queryKey: ['plan-diff', id, from, to], queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/plans/{id}/diff', { params: { path: { id }, query: { from: String(from), to: String(to) } }, signal }))).changes, staleTime: Infinity });

export const models = queryOptions({ queryKey: ['plan-models'], queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/plans/models', { signal }))).models, staleTime: Infinity });
export const model = (name: string) =>
  queryOptions({ queryKey: ['plan-model', name], queryFn: async ({ signal }) => (await ask(api.GET('/api/v1/plans/models/{name}', { params: { path: { name } }, signal }))) as Plan, staleTime: Infinity });

/** A plan of what came lately. @param source absent for all of them */
export async function infer(days: number, name: string, source?: string): Promise<{ events: number; since: string; plan: PlanDocument }> {
  const made = await ask(api.POST('/api/v1/plans/infer', { body: { days, name, ...(source ? { source } : {}) } }));
  return { ...made, plan: documentOf(made.plan as Plan) };
}

/** A plan of a file. @param event the name of the event that a JSON Schema alone is of */
export const convert = async (file: object, event?: string): Promise<PlanDocument> => documentOf((await ask(api.POST('/api/v1/plans/convert', { params: { query: event ? { event } : {} }, body: file as Record<string, never> }))) as Plan);

/** What the next version of a plan takes away that somebody reads; nothing is saved. */
export const breaksOf = async (id: string, document: PlanDocument): Promise<PlanBreak[]> => (await ask(api.POST('/api/v1/plans/validate', { body: { ...sent(document), id } }))).breaks;

/** @param version that was seen, 0 for a new plan; another one's save meanwhile is told, not written over */
export const savePlan = async (id: string, version: number, document: PlanDocument, reason: string): Promise<Plan> =>
  (await ask(api.PUT('/api/v1/plans/{id}', { params: { path: { id }, header: { 'If-Match': `"${version}"` } }, body: sent(document, reason) }))) as Plan;

/** What a plan that nobody saved would make of the latest events. */
export const tryPlan = async (id: string, document: PlanDocument, source: string | undefined, limit = 100): Promise<Sampled> =>
  (await ask(api.POST('/api/v1/transformations/preview', { body: { plan: { ...sent(document), id }, limit, ...(source ? { source } : {}) } }))) as Sampled;

/** An address for a new plan: of its name where that has Latin letters; none that is taken. */
export function idOf(name: string, taken: string[]): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 50) || 'plan';
  const used = new Set([...taken, 'models', 'validate', 'convert', 'infer']);
  if (!used.has(plain)) return plain;
  for (let n = 2; ; n++) if (!used.has(`${plain}-${n}`)) return `${plain}-${n}`;
}
