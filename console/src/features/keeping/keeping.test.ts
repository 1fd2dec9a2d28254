import { expect, test } from 'vitest';
import type { Run } from '../../api/keeping';
import { Problem } from '../../api/problem';
import { draftOf, faultsOf, progress, taken, termOf } from './model';

const run: Run = { id: 'r', version: 1, by: 'daily', state: 'running', phase: 'hiding', startedAt: '2026-01-01T00:00:00Z', events: { a: 30, b: 10 }, keptByLaw: 0, traits: { city: 5 }, error: null };

test('a rule comes back as it was written', () => {
  for (const term of [{ event: 'Page', days: 30 }, { trait: 'city', days: 365 }, { purpose: 'ads', events: ['Ad Shown'] }, { purpose: 'ads', traits: ['score'] }]) expect(termOf(draftOf(term))).toEqual(term);
  expect(termOf({ kind: 'event', name: ' Page ', days: 'x', events: 'a', traits: '' })).toEqual({ event: 'Page', days: 0 });
});

test('what is wrong is found at its place', () => {
  const problem = new Problem(422, { code: 'invalid_retention', detail: 'invalid_days /rules/0/days; named_twice /rules/1' });
  expect(faultsOf(problem)).toEqual([{ code: 'invalid_days', path: '/rules/0/days' }, { code: 'named_twice', path: '/rules/1' }]);
});

test('a run is half done when nothing can be read any more', () => {
  expect(taken(run)).toEqual({ events: 40, traits: 5 });
  expect(progress({ ...run, hidden: 20 })).toBe(25);
  expect(progress({ ...run, phase: 'scrubbing' })).toBe(50);
  expect(progress({ ...run, state: 'done', phase: 'done' })).toBe(100);
  expect(progress({ ...run, events: {} })).toBe(0);
});
