import { expect, test } from 'vitest';
import { BLANK, clockTime, extentOf, instant, left, standing } from './model';

test('what got out is asked for only when all of it is said', () => {
  expect(extentOf(BLANK)).toBeUndefined();
  expect(extentOf({ ...BLANK, source: 'src_1' })).toEqual({ source: 'src_1' });
  expect(extentOf({ ...BLANK, kind: 'export', export: ' abc ' })).toBeUndefined();
  expect(extentOf({ ...BLANK, kind: 'export', export: ' abc ', at: '2026-03-01T09:00' })).toEqual({ export: 'abc', at: instant('2026-03-01T09:00') });
  expect(extentOf({ ...BLANK, kind: 'period', from: '2026-03-01T09:00' })).toBeUndefined();
});

test('the clock says who was told, and whether it is late', () => {
  const clock = { discoveredAt: '', dueAt: '', minutesLeft: 0, overdue: true };
  expect(standing({ clock })).toBe('overdue');
  expect(standing({ clock: { ...clock, overdue: false } })).toBe('running');
  expect(standing({ clock: { ...clock, overdue: false, subjectsAt: 'x' } })).toBe('subjects');
  expect(standing({ clock: { ...clock, overdue: false, authorityAt: 'x' } })).toBe('authority');
  expect(standing({ clock: { ...clock, authorityAt: 'x', subjectsAt: 'x' } })).toBe('done');
});

test('72 hours are told in hours and minutes, and end at none', () => {
  const due = '2026-03-04T00:00:00Z';
  expect(left(due, Date.parse('2026-03-01T00:00:30Z'))).toEqual({ hours: 71, minutes: 59 });
  expect(left(due, Date.parse('2026-03-05T00:00:00Z'))).toEqual({ hours: 0, minutes: 0 });
  expect(instant(clockTime(new Date('2026-03-01T10:20:00Z')))).toBe('2026-03-01T10:20:00.000Z');
});
