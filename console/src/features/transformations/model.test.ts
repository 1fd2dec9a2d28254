import { expect, test } from 'vitest';
import { conditionOf, lines, pairs, ready, rowsOf, scalar, tableOf, text } from './model';
import { begin, freeId, moved } from './steps';
import { DEEDS } from '../../api/transformations';

test('a value reads as what it is written', () => {
  expect(['12', '-1.5', 'true', 'null', '007', '1e', '가', '', ' x '].map(scalar)).toEqual([12, -1.5, true, null, '007', '1e', '가', '', ' x ']);
  expect([1, 'a', true, { a: 1 }, undefined].map(text)).toEqual(['1', 'a', 'true', '{"a":1}', '']);
});

test('pairs are lines, and come back', () => {
  expect(pairs('M = male\n F=female \n\n = x\n001 = 강남점\nn = 3')).toEqual({ M: 'male', F: 'female', '001': '강남점', n: 3 });
  expect(pairs(lines({ a: 'b = c', n: 2 }))).toEqual({ a: 'b = c', n: 2 });
});

test('a table is the first two columns of a file', () => {
  expect(tableOf('\ufeff001,"강남점, 본관",x\r\n002,"a ""b"""\n\n')).toEqual({ '001': '강남점, 본관', '002': 'a "b"' });
  expect(tableOf('1\t서울\t3')).toEqual({ 1: '서울' });
});

test('a condition of lines is the same condition again; what says more is left alone', () => {
  for (const condition of [
    { event: 'Order Completed' },
    { event: 'Order Completed', where: [{ property: 'total', operator: 'gt', value: 5 }] },
    { any: [{ event: 'a' }, { trait: 'city', operator: 'in', values: ['서울', '부산'] }] },
    { none: [{ trait: 'email', operator: 'exists' }] },
  ] as const) {
    expect(conditionOf(rowsOf(structuredClone(condition) as never)!)).toEqual(condition);
  }
  expect(rowsOf({ all: [{ any: [{ event: 'a' }] }] })).toBeUndefined();
  expect(rowsOf({ event: 'a', operator: 'gte', value: 2 })).toBeUndefined();
  expect(conditionOf(rowsOf(undefined)!)).toBeUndefined();
});

test('a new step of each kind says where, and a draft can be tried once all do', () => {
  for (const deed of DEEDS) expect(begin(deed, '/properties/a')).toMatchObject({ do: deed, path: '/properties/a' });
  expect(ready({ transformations: [{ id: 'a', steps: [begin('drop', '')] }] })).toBe(false);
  expect(ready({ transformations: [{ id: 'a', steps: [begin('drop', '/a')] }] })).toBe(true);
  expect(ready({ transformations: [] })).toBe(true);
});

test('ids are free, and what is moved stays one', () => {
  expect(freeId([{ id: 'prices', steps: [] }], 'Prices')).toBe('prices-2');
  expect(freeId([], '가격')).toBe('change');
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a'], 0, 1)).toEqual(['a']);
});
