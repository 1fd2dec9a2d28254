import { expect, test } from 'vitest';
import { EMPTY, idOf, limited, linesOf, pairsOf, ready, wordsOf } from './model';

test('lines become pairs and back', () => {
  expect(pairsOf('company_name = /company/name\n\n size=/size ')).toEqual([['company_name', '/company/name'], ['size', '/size']]);
  expect(pairsOf('half')).toEqual([['half', '']]);
  expect(linesOf([['a', '/b']])).toBe('a = /b');
});

test('words between commas count once', () => {
  expect(wordsOf(' Signed Up, identify,, Signed Up')).toEqual(['Signed Up', 'identify']);
});

test('an id is made of a name and is free', () => {
  expect(idOf('Company Info', [])).toBe('company-info');
  expect(idOf('회사 정보', ['enricher'])).toBe('enricher-2');
});

test('a limit that is taken back is the usual one again', () => {
  const slow = limited(EMPTY, 'limits', 'perSecond', 2);
  expect(slow.limits).toEqual({ perSecond: 2 });
  expect(limited(slow, 'limits', 'perSecond', undefined).limits).toBeUndefined();
});

test('a draft can be tried out once it says who, what and for what', () => {
  expect(ready(EMPTY)).toBe(false);
  expect(ready({ ...EMPTY, name: 'a', purpose: 'profiling', recipient: 'b', events: ['x'], request: { url: 'https://example.com/{/userId}' }, answer: [{ from: '/a', to: 'b' }] })).toBe(true);
});
