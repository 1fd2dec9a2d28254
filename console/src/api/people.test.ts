import { expect, test } from 'vitest';
import { called, guesses } from './people';

test('a text is looked for as what it looks like', () => {
  expect(guesses('kim@example.com')[0]).toBe('email:kim@example.com');
  expect(guesses('010-1234-5678')[0]).toBe('phone:010-1234-5678');
  expect(guesses('  u-1042 ')).toEqual(['user_id:u-1042', 'anonymous_id:u-1042']);
  expect(guesses('crm_id:004')).toEqual(['crm_id:004']);
  expect(guesses('   ')).toEqual([]);
});

test('a person is called by the name, or else by what identifies them', () => {
  const identifiers = [{ type: 'user_id', value: 'u-1' }, { type: 'email', value: 'k@example.com' }];
  const trait = (value: string) => ({ value });
  expect(called({ id: 'p', identifiers, traits: { name: trait(' 김서연 ') } })).toBe('김서연');
  expect(called({ id: 'p', identifiers, traits: { firstName: trait('서연'), lastName: trait('김') } })).toBe('김서연');
  expect(called({ id: 'p', identifiers, traits: { firstName: 'Ada', lastName: 'Lovelace' } })).toBe('Ada Lovelace');
  expect(called({ id: 'p', identifiers, traits: {} })).toBe('k@example.com');
  expect(called({ id: 'p', identifiers: [], traits: {} })).toBe('p');
});
