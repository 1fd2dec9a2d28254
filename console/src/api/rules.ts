import { queryOptions } from '@tanstack/react-query';
import { api, ask } from './client';
import type { components } from './types/rules';

export type Rules = components['schemas']['Rules'];
export type RuleType = components['schemas']['Type'];
export type Task = components['schemas']['Task'];

export const rules = queryOptions({ queryKey: ['rules'], queryFn: () => ask(api.GET('/api/v1/identity/rules')) });
export const versions = queryOptions({ queryKey: ['rules-versions'], queryFn: async () => (await ask(api.GET('/api/v1/identity/rules/versions'))).versions });

const busy = (tasks: Task[] | undefined) => (tasks?.some(({ state }) => state === 'running') ? 800 : false);
export const rehearsals = queryOptions({
  queryKey: ['rehearsals'],
  queryFn: async () => (await ask(api.GET('/api/v1/identity/rules/rehearsals'))).tasks,
  refetchInterval: (query) => busy(query.state.data),
});
export const rebuilds = queryOptions({
  queryKey: ['rebuilds'],
  queryFn: async () => (await ask(api.GET('/api/v1/rebuilds'))).tasks,
  refetchInterval: (query) => busy(query.state.data),
});

export const rehearse = (document: Rules) => ask(api.POST('/api/v1/identity/rules/rehearsals', { body: { rules: document } }));
export const save = (version: number, reason: string, document: Rules) => ask(api.PUT('/api/v1/identity/rules', { body: { version, reason, rules: document } }));
export const cancelRehearsal = (id: string) => ask(api.POST('/api/v1/identity/rules/rehearsals/{id}/cancel', { params: { path: { id } } }));
export const rebuild = () => ask(api.POST('/api/v1/rebuilds'));
