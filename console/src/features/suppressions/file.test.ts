import { expect, test } from 'vitest';
import { listed } from './file';

test('a file of addresses: names of columns are passed over, a line may say its own channel and reason', () => {
  expect(listed('\ufeffemail,channel,reason\r\na@example.com\r\n"b@example.com","SMS","그만 ""보내요"""\n\n010-0000-1234,fax\n', 'email', '목록')).toEqual([
    { channel: 'email', profile: 'email:a@example.com', reason: '목록' },
    { channel: 'sms', profile: 'email:b@example.com', reason: '그만 "보내요"' },
    { channel: 'email', profile: 'phone:010-0000-1234', reason: '목록' },
  ]);
  expect(listed('a@example.com', 'all', 'r', '2027-01-01T00:00:00Z')[0]).toMatchObject({ channel: 'all', expiresAt: '2027-01-01T00:00:00Z' });
  expect(listed('\n \n', 'all', 'r')).toEqual([]);
});
