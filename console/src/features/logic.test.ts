import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { radial } from './customer/radial';
import { add, begin as beginTail, MOST, perSecond, release } from './events/tail';
import { begin, change, redo, undo } from '../ui/draft';
import { firstRows, guess, mapOf, type Plan } from './sources/mapping';
import { Sha256 } from './sources/sha256';
import { sampleShop } from './home/sample';
import { BLANK, body, formOf, withLanguage } from './purposes/form';
import { changed, languageName } from './trust/names';
import type { Purpose } from '../api/trust';
import { rate } from '../api/pulse';
import { about, eventName, look } from '../ui/words';
import type { Lively } from '../api/live';

const event = (position: number): Lively => ({ position: String(position), source: 's', messageId: `m${position}`, call: 'track', name: 'A', time: '', receivedAt: '', body: '{}', outcome: 'accepted' });
const burst = (from: number, count: number) => ({ passed: count, missed: 0, events: Array.from({ length: count }, (_, i) => event(from + i)) });

test('the newest event is on top, and only so many stay', () => {
  let tail = beginTail();
  for (let i = 0; i < 40; i++) tail = add(tail, burst(i * 50, 50), i * 250, false);
  expect(tail.rows).toHaveLength(MOST);
  expect(tail.rows[0]!.position).toBe('1999');
  expect(tail.rows.at(-1)!.position).toBe('1000');
  expect(tail.passed).toBe(2_000);
});

test('what comes during a pause waits, is counted, and follows when it goes on', () => {
  let tail = add(beginTail(), burst(1, 2), 0, false);
  tail = add(tail, burst(3, 2), 250, true);
  expect(tail.rows.map((row) => row.position)).toEqual(['2', '1']);
  expect(tail.held).toHaveLength(2);
  expect(tail.passed).toBe(4);
  tail = release(tail);
  expect(tail.rows.map((row) => row.position)).toEqual(['4', '3', '2', '1']);
  tail = add(tail, burst(5, 1), 500, false);
  expect(tail.rows.map((row) => row.position)).toEqual(['5', '4', '3', '2', '1']);
  expect(tail.held).toHaveLength(0);
});

test('the rate is that of all that passed, not of what is shown', () => {
  let tail = beginTail();
  for (let i = 0; i < 20; i++) tail = add(tail, { passed: 500, missed: 0, events: [event(i)] }, i * 250, false);
  expect(perSecond(tail, 4_750)).toBe(2_000);
  expect(perSecond(tail, 60_000)).toBe(0);
  expect(rate({ at: 0, received: 100 }, { at: 2_000, received: 300 })).toBe(100);
  expect(rate({ at: 0, received: 100 }, { at: 1_000, received: 0 })).toBe(0);
});

test('steps are undone and done again, and a new step forgets what was undone', () => {
  let draft = change(change(begin(1), 2), 3);
  draft = undo(undo(draft));
  expect(draft.now).toBe(1);
  expect(undo(draft)).toBe(draft);
  draft = redo(draft);
  expect(draft.now).toBe(2);
  draft = change(draft, 9);
  expect(redo(draft)).toBe(draft);
  expect(undo(draft).now).toBe(2);
});

test('what is typed letter by letter is one step', () => {
  let draft = begin('');
  for (const text of ['이', '이름']) draft = change(draft, text, 'name');
  draft = change(draft, '이름 ', 'other');
  expect(undo(draft).now).toBe('이름');
  expect(undo(undo(draft)).now).toBe('');
  draft = change(undo(draft), '새 이름', 'name');
  expect(undo(draft).now).toBe('이름');
});

test('SHA-256 is that of the standard, in whatever parts the bytes come', () => {
  for (const size of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1_000, 70_001]) {
    const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 31 + size) % 256);
    const digest = new Sha256();
    for (let at = 0; at < size; at += 37) digest.update(bytes.subarray(at, at + 37));
    expect(digest.hex(), String(size)).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
});

test('the first rows of a file are read with quotes, breaks and any usual delimiter', () => {
  expect(firstRows('\ufeff이름,메모\r\n"김, 서연","두 줄\n""인용"""\r\n이하은,\r\n', 5)).toEqual([['이름', '메모'], ['김, 서연', '두 줄\n"인용"'], ['이하은', '']]);
  expect(firstRows('a;b\n1;2', 5)).toEqual([['a', 'b'], ['1', '2']]);
  expect(firstRows('a\tb\n1\t2\n3\t4\n', 2)).toEqual([['a', 'b'], ['1', '2']]);
  expect(firstRows('', 5)).toEqual([]);
});

test('columns are guessed by their names', () => {
  expect(guess('E-mail', 'people')).toBe('email');
  expect(guess('휴대폰번호', 'people')).toBe('phone');
  expect(guess('회원번호', 'events')).toBe('user_id');
  expect(guess('고객명', 'people')).toBe('name');
  expect(guess('주문일자', 'events')).toBe('time');
  expect(guess('결제금액', 'events')).toBe('amount');
  expect(guess('grade', 'people')).toBe('trait');
});

test('what was chosen becomes the map of the server', () => {
  const people: Plan = { shape: 'people', eventName: '', currency: 'KRW', roles: { No: 'user_id', Mail: 'email', Grade: 'trait', Junk: 'ignore' } };
  expect(mapOf(people)).toEqual({ event: { type: 'identify', userId: { $column: 'No', as: 'id' }, traits: { email: { $column: 'Mail', as: 'text' }, Grade: { $column: 'Grade', as: 'any' } } } });
  const orders: Plan = { shape: 'events', eventName: 'Order Completed', currency: 'KRW', roles: { Mail: 'email', At: 'time', No: 'order_id', Sum: 'amount' } };
  expect(mapOf(orders)).toEqual({
    event: { type: 'track', timestamp: { $column: 'At', as: 'time' }, event: 'Order Completed', properties: { order_id: { $column: 'No', as: 'id' }, total: { $column: 'Sum', as: 'number' }, currency: 'KRW' } },
    identifiers: { email: { $column: 'Mail', as: 'text' } },
  });
});

test('the strongest is in the middle and nobody lies on anybody', () => {
  const ids = ['u', 'a', 'b', 'c', 'd', 'alone'];
  const places = radial(ids, [['u', 'a'], ['u', 'b'], ['b', 'c'], ['c', 'd']], 200, 120);
  expect(places.get('u')).toEqual({ x: 0, y: 0 });
  const all = [...places.values()].map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`);
  expect(new Set(all).size).toBe(ids.length);
});

test('an event is told in the words of the shop', () => {
  const t = (key: string, options?: Record<string, unknown>) => (options ? `${key} ${Object.values(options).join()}` : key);
  const money = (n: number, currency: string) => `${currency} ${n}`;
  expect(eventName({ call: 'track', name: 'Order Completed' }, t)).toBe('events.order_completed');
  expect(eventName({ call: 'track', name: '쿠폰 받음' }, t)).toBe('쿠폰 받음');
  expect(eventName({ call: 'page', name: '메인' }, t)).toBe('events.page_named 메인');
  expect(look({ call: 'track', name: 'Order Refunded' })).toBe('loss');
  expect(about('{"type":"track","properties":{"order_id":"o-1","total":12900,"currency":"KRW","products":[{"name":"머그"}]}}', money)).toEqual(['#o-1', '머그', 'KRW 12900']);
  expect(about('no json at all', money)).toEqual([]);
});

test('the sample is the same each time, whole, and of the past', () => {
  const now = Date.parse('2026-03-02T00:00:00Z');
  const shop = sampleShop(now);
  expect(sampleShop(now)).toEqual(shop);
  const people = firstRows(shop.people, 1_000);
  const events = firstRows(shop.events, 10_000);
  expect(people).toHaveLength(241);
  expect(new Set(people.map((row) => row[0])).size).toBe(241);
  const known = new Set(people.slice(1).map((row) => row[0]));
  for (const row of events.slice(1)) {
    expect(row).toHaveLength(8);
    expect(known.has(row[0]!)).toBe(true);
    expect(Date.parse(row[3]!)).toBeLessThan(now);
    expect(row[2] === 'Order Completed').toBe(Number(row[5]) > 0);
  }
  expect(events.filter((row) => row[2] === 'Order Completed').length).toBeGreaterThan(100);
});

const purpose: Purpose = {
  key: 'newsletter', version: 1, hash: 'h', titles: { ko: '소식지' }, texts: { ko: '받아 보시겠어요?' }, textHashes: { ko: 'x' }, withdrawals: { ko: '언제든 철회할 수 있어요.' }, basis: 'consent', recipients: ['우체국'],
  retentionDays: 365, consentDays: 0, minimumAge: 14, guardian: true, channel: 'email', aliases: [], status: 'active', savedAt: '2026-03-01T00:00:00Z', author: '', reason: '',
};

test('a purpose that is opened and saved says the same as before', () => {
  const { titles, texts, withdrawals, basis, recipients, retentionDays, consentDays, minimumAge, guardian, channel, aliases, status } = purpose;
  expect(body({ ...formOf(purpose), reason: ' again ' })).toEqual({ titles, texts, withdrawals, basis, recipients, retentionDays, consentDays, minimumAge, guardian, channel, aliases, status, reason: 'again' });
});

test('a language that is blank is left out, one that is half written is not', () => {
  const form = { ...BLANK, wordings: [{ language: 'ko', title: '소식지', text: '', withdrawal: '' }, { language: 'en', title: ' ', text: '', withdrawal: '' }] };
  expect(body(form).titles).toEqual({ ko: '소식지' });
  expect(body(form).texts).toEqual({ ko: '' });
  expect(withLanguage(form, 'en')).toBe(form.wordings);
  expect(withLanguage(form, 'ja').map(({ language }) => language)).toEqual(['ko', 'en', 'ja']);
});

test('what a version of a purpose changed is told by its fields', () => {
  expect(changed(purpose, { ...purpose, version: 2, texts: { ko: '또?' }, minimumAge: 16, reason: 'r' })).toEqual(['texts', 'minimumAge']);
  expect(languageName('ko', 'en')).toBe('Korean');
  expect(languageName('not a language', 'en')).toBe('not a language');
});
