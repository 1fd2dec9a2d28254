import { queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';
import type { components } from './types/quality';

type Written = components['schemas']['Labels'];
export type Label = NonNullable<Written['labels']>[number];
export type LabelClass = Label['class'];
export type Proposal = components['schemas']['LabelProposals']['proposals'][number];
export type Labels = { version: number; unlabelled: 'shown' | 'hidden'; labels: Label[]; author?: string; savedAt?: string; reason?: string };
export const CLASSES = ['personal', 'sensitive', 'special', 'none'] as const satisfies readonly LabelClass[];

const whole = ({ version = 0, unlabelled = 'shown', labels: all = [], author, savedAt, reason }: Written): Labels => ({ version, unlabelled, labels: all, ...(author ? { author } : {}), ...(savedAt ? { savedAt } : {}), ...(reason ? { reason } : {}) });

export const labels = queryOptions({ queryKey: ['labels'], queryFn: async ({ signal }) => whole(await ask(api.GET('/api/v1/labels', { signal }))) });

/** What the latest events call for, and what was masked before it was written. */
export const proposals = (days: number) =>
  queryOptions({ queryKey: ['label-proposals', days], queryFn: ({ signal }) => ask(api.GET('/api/v1/labels/proposals', { params: { query: { days } }, signal })), staleTime: 10_000 });

/** @param version that was seen; another one's save meanwhile is told, not written over */
export const saveLabels = async (version: number, { unlabelled, labels: all }: Pick<Labels, 'unlabelled' | 'labels'>, reason: string) =>
  whole(await ask(api.PUT('/api/v1/labels', { params: { header: { 'If-Match': `"${version}"` } }, body: { unlabelled, labels: all, reason } })));

export type Bots = { version: number; enabled: boolean; list: 'built-in' | 'own'; listVersion?: string; patterns: string[]; allowed: string[]; author?: string; savedAt?: string; reason?: string };
type WrittenBots = components['schemas']['Bots'];
const wholeBots = (written: WrittenBots): Bots => ({
  version: written.version ?? 0,
  enabled: written.enabled ?? true,
  list: written.list ?? 'built-in',
  patterns: (written.patterns ?? []).map((each) => (typeof each === 'string' ? each : String((each as { pattern?: string }).pattern ?? ''))),
  allowed: written.allowed ?? [],
  ...(written.listVersion ? { listVersion: written.listVersion } : {}),
  ...(written.author ? { author: written.author } : {}),
  ...(written.savedAt ? { savedAt: written.savedAt } : {}),
  ...(written.reason ? { reason: written.reason } : {}),
});

export const bots = queryOptions({ queryKey: ['bots'], queryFn: async ({ signal }) => wholeBots(await ask(api.GET('/api/v1/bots', { signal }))) });

/** Saves which robots are kept apart. @returns how many groups are decided again by it */
export async function saveBots(version: number, { enabled, list, patterns, allowed }: Pick<Bots, 'enabled' | 'list' | 'patterns' | 'allowed'>, reason: string): Promise<Bots & { released: number }> {
  const saved = await ask(api.PUT('/api/v1/bots', { params: { header: { 'If-Match': `"${version}"` } }, body: { enabled, list, allowed, reason, ...(list === 'own' ? { patterns } : {}) } }));
  return { ...wholeBots(saved), released: (saved.released ?? []).length };
}

export const checkBot = (userAgent: string) => ask(api.POST('/api/v1/bots/check', { body: { userAgent } }));
