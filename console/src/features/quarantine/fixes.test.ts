import { expect, test } from 'vitest';
import type { Plan } from '../../api/plans';
import { mendings, schemaAt, seen, valuesAt } from './fixes';

const plan: Plan = {
  id: 'shop',
  version: 3,
  name: '쇼핑몰',
  sources: [{ source: 'src_1', violations: 'quarantine' }],
  rules: [{ event: 'Order Completed', schema: { type: 'object', properties: { properties: { type: 'object', properties: { total: { type: 'number', minimum: 0 }, currency: { type: 'string', enum: ['KRW'] }, items: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } }, required: ['sku'] } } }, required: ['total'] } } } }],
};
const sample = (properties: object, event = 'Order Completed') => seen(JSON.stringify({ type: 'track', event, properties }))!;
const of = (code: string, path: string, ...samples: object[]) => mendings({ causes: [{ code, path }] }, samples.map((each) => sample(each)), plan);
const field = (mending: ReturnType<typeof mendings>[number] | undefined) => (mending?.kind === 'plan' ? (mending.plan.rules![0]!.schema as { properties: { properties: { properties: Record<string, unknown>; required?: string[] } } }).properties.properties : undefined);

test('places of events are places of schemas, items of lists one', () => {
  expect(schemaAt('/properties/items/*/sku')).toEqual(['properties', 'properties', 'properties', 'items', 'items', 'properties', 'sku']);
  expect(valuesAt({ properties: { items: [{ sku: 1 }, { sku: 'a' }, {}] } }, '/properties/items/*/sku')).toEqual([1, 'a']);
});

test('of another type: a step of the type that the plan asks, or a plan that takes what came', () => {
  const all = of('wrong_type', '/properties/total', { total: '5' });
  expect(all[0]).toEqual({ id: 'cast_field', kind: 'step', step: { do: 'cast', path: '/properties/total', to: 'number' } });
  expect(field(all[1])!.properties['total']).toEqual({ type: ['number', 'string'], minimum: 0 });
  expect(field(all[1])!.required).toEqual(['total']);
});

test('a missing field: a default, another name, or no longer required, in lists, too', () => {
  const all = of('missing_property', '/properties/items/*/sku', { items: [{}] });
  expect(all.map(({ id }) => id)).toEqual(['default_field', 'renamed_field', 'optional_field', 'own_step']);
  expect(field(all[2])!.properties['items']).toEqual({ type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } });
});

test('a value that is not allowed: mapped, or allowed as it came', () => {
  const all = of('value_not_allowed', '/properties/currency', { currency: 'WON' }, { currency: 'WON' }, { currency: 'USD' });
  expect(all[0]).toMatchObject({ step: { do: 'map', values: { WON: '', USD: '' } } });
  expect(field(all[1])!.properties['currency']).toEqual({ type: 'string', enum: ['KRW', 'WON', 'USD'] });
});

test('an event that no plan has: another name, or a rule of its own; the plan says neither its version nor its versions', () => {
  const all = mendings({ causes: [{ code: 'unplanned_event', path: '/event' }] }, [sample({}, 'order_done')], plan);
  expect(all[0]).toMatchObject({ step: { do: 'map', path: '/event', values: { order_done: '' } } });
  expect(all[1]).toMatchObject({ kind: 'plan', plan: { id: 'shop', rules: [{}, { call: 'track', event: 'order_done' }] } });
  expect('version' in (all[1] as { plan: object }).plan).toBe(false);
});

test('without a rule of the plan’s own only steps are offered', () => {
  expect(mendings({ causes: [{ code: 'unplanned_property', path: '/properties/x' }] }, [sample({ x: 1 }, 'Other')], plan).map(({ kind }) => kind)).toEqual(['step', 'step', 'step']);
  expect(mendings({ causes: [{ code: 'no_identifier', path: '' }] }, [], undefined)[0]).toMatchObject({ step: { do: 'move', to: '/userId' } });
});
