import { expect, test } from 'vitest';
import { agreed, dismissed, hiddenFrom, placed, put, without } from './model';

test('a field is told by its part and its name', () => {
  expect(placed('/traits/email')).toEqual({ part: 'traits', name: 'email' });
  expect(placed('/properties/address/a~1b')).toEqual({ part: 'properties', name: 'address › a/b' });
});

test('a label hides its field from every purpose that it does not name, and none hides nothing', () => {
  expect(hiddenFrom({ field: '/traits/email', class: 'personal', purposes: ['ads'] }, ['ads', 'push'])).toEqual(['push']);
  expect(hiddenFrom({ field: '/traits/email', class: 'personal' }, ['ads', 'push'])).toEqual(['ads', 'push']);
  expect(hiddenFrom({ field: '/traits/email', class: 'none' }, ['ads', 'push'])).toEqual([]);
});

test('one field has one label, wherever it came from', () => {
  const proposal = { field: '/traits/b', class: 'personal', kinds: ['phone'], values: 10, recognised: 9 } as const;
  const before = { unlabelled: 'shown' as const, labels: [{ field: '/traits/c', class: 'none' as const }, { field: '/traits/a', class: 'none' as const }] };
  const after = put(before, agreed({ ...proposal, kinds: ['phone'] }));
  expect(after.labels.map(({ field }) => field)).toEqual(['/traits/a', '/traits/b', '/traits/c']);
  expect(put(after, dismissed({ ...proposal, kinds: ['phone'] }, '사내 번호')).labels[1]).toEqual({ field: '/traits/b', class: 'none', note: '사내 번호' });
  expect(without(after, '/traits/b').labels).toHaveLength(2);
});
