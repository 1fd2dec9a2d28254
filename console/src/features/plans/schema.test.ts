import { expect, test } from 'vitest';
import { idOf } from '../../api/plans';
import { changes, noted } from '../quality/changes';
import { add, beyond, blank, fieldsOf, inside, put, read, remove, rename, require, retype, say, written } from './schema';

const order = {
  type: 'object',
  $comment: 'kept',
  properties: { properties: { type: 'object', properties: { id: { type: 'string' }, items: { type: 'array', items: { type: 'object', properties: { sku: { type: ['string', 'null'] } }, required: ['sku'] } }, total: { type: 'number', minimum: 0 } }, required: ['id'] } },
  required: ['properties'],
};
const field = (schema: unknown, name: string, section = 'properties') => fieldsOf(schema, section).find((each) => each.name === name)!;

test('fields of objects and of lists’ items are told in their order', () => {
  expect(fieldsOf(order, 'properties').map(({ name, depth, required, base, nullable }) => [name, depth, required, base, nullable])).toEqual([
    ['id', 0, true, 'string', false],
    ['items', 0, false, 'array', false],
    ['sku', 1, true, 'string', true],
    ['total', 0, false, 'number', false],
  ]);
  expect(fieldsOf(true, 'properties')).toEqual([]);
});

test('a change touches nothing but its field', () => {
  const renamed = rename(order, field(order, 'id'), 'order_id');
  expect(Object.keys((renamed as typeof order).properties.properties.properties)).toEqual(['order_id', 'items', 'total']);
  expect((renamed as typeof order).properties.properties.required).toEqual(['order_id']);
  expect((renamed as typeof order).$comment).toBe('kept');
  expect(rename(order, field(order, 'id'), 'total')).toBe(order);
  const gone = remove(order, field(order, 'id'), 'properties') as typeof order;
  expect('required' in gone.properties.properties).toBe(false);
  expect('id' in gone.properties.properties.properties).toBe(false);
  expect(order.properties.properties.required).toEqual(['id']);
});

test('of another type only what fits it stays', () => {
  const text = retype(order, field(order, 'total'), 'string', false);
  expect(field(text, 'total').schema).toEqual({ type: 'string' });
  const nullable = retype(order, field(order, 'total'), 'number', true);
  expect(field(nullable, 'total').schema).toEqual({ type: ['number', 'null'], minimum: 0 });
  expect(field(retype(say(order, field(order, 'id'), 'description', 'd'), field(order, 'id'), 'any', false), 'id').schema).toEqual({});
});

test('a section that must have fields must be there itself', () => {
  const made = add(blank('identify'), ['properties', 'traits'], 'email');
  const needed = require(made.schema, field(made.schema, 'email', 'traits'), true, 'traits') as typeof order;
  expect(needed.required).toEqual(['traits']);
  expect(field(needed, 'email', 'traits').required).toBe(true);
  expect(add(made.schema, ['properties', 'traits'], 'email').name).toBe('email_2');
  const items = field(order, 'items');
  expect(inside(order, items.at)).toEqual([...items.at, 'items']);
});

test('values of an enum are lines, numbers of a number', () => {
  expect(read(' KRW \n\nUSD\nKRW', 'string')).toEqual(['KRW', 'USD']);
  expect(read('1\n2.5', 'number')).toEqual([1, 2.5]);
  expect(read('\n', 'string')).toBeUndefined();
  expect(written(['a', 1, null])).toBe('a\n1\nnull');
});

test('what the table does not show is told', () => {
  expect(beyond(blank('track'), 'properties')).toBe(false);
  expect(beyond(order, 'properties')).toBe(true);
  expect(beyond(put(blank('track'), ['allOf'], []), 'properties')).toBe(true);
});

test('an event before and after is told by its places', () => {
  const after = { event: 'a', properties: { price: 5, products: [{ sku: 'x' }], currency: 'KRW' }, context: { protocols: { omitted: ['/properties/z'], violations: [{ code: 'unplanned_property', path: '/properties/z', found: '1' }] } } };
  expect(changes({ event: 'a', properties: { price: '5', products: [{ sku: 'x', extra: 1 }] } }, after)).toEqual([
    { path: '/properties/price', before: '5', after: 5 },
    { path: '/properties/products/0/extra', before: 1 },
    { path: '/properties/currency', after: 'KRW' },
  ]);
  expect(noted(after).omitted).toEqual(['/properties/z']);
  expect(noted(undefined)).toEqual({ violations: [], omitted: [] });
});

test('a new plan has an address of its own', () => {
  expect(idOf('Order server', [])).toBe('order-server');
  expect(idOf('쇼핑몰', ['plan'])).toBe('plan-2');
  expect(idOf('Models', [])).toBe('models-2');
});
