import { expect, test } from 'vitest';
import { formOf, shown, valueOf } from './values';

test('a value is read as what it is said to be', () => {
  expect(valueOf('text', ' 서울 ')).toEqual({ value: '서울' });
  expect(valueOf('text', ' ')).toBeUndefined();
  expect(valueOf('number', '12.5')).toEqual({ value: 12.5 });
  expect(valueOf('number', '')).toBeUndefined();
  expect(valueOf('number', '열둘')).toBeUndefined();
  expect(valueOf('truth', 'false')).toEqual({ value: false });
  expect(valueOf('nothing', '')).toEqual({ value: null });
});

test('what stands there says how its correction is written', () => {
  expect([formOf(3), formOf(true), formOf('x'), formOf(undefined)]).toEqual(['number', 'truth', 'text', 'text']);
  expect([shown(null), shown('a'), shown(false), shown([1])]).toEqual(['', 'a', 'false', '[1]']);
});
