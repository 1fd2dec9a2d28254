import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROLES } from '../features/sources/mapping';
import { BASES, CHANNELS, REACHES } from '../features/trust/names';
import { COLUMNS } from '../features/customers/columns';
import { formats } from './index';

const keys = (words: object, before = ''): string[] => Object.entries(words).flatMap(([key, value]) => (typeof value === 'object' ? keys(value, `${before}${key}.`) : [`${before}${key}`]));
const files = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)]));
/** As they are put together while they come: a part may add to the problems that the shell knows. */
const joined = (parts: Record<string, object | string>[]) => {
  const whole: Record<string, object | string> = {};
  for (const part of parts) for (const [section, words] of Object.entries(part)) whole[section] = typeof words === 'string' ? words : { ...(whole[section] as object), ...words };
  return whole;
};
const partsOf = (language: string) => readdirSync(import.meta.dirname).filter((name) => new RegExp(`(^|\\.)${language}\\.json$`).test(name)).map((name) => JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as Record<string, object | string>);
const ko = joined(partsOf('ko'));
const en = joined(partsOf('en'));
const known = new Set(keys(ko));

test('both languages say the same things', () => {
  expect(keys(en).toSorted()).toEqual(keys(ko).toSorted());
});

test('no part of the words hides another', () => {
  const parts = partsOf('ko').flatMap((part) => keys(part));
  expect(parts.filter((key, i) => parts.indexOf(key) !== i)).toEqual([]);
});

test('both languages put the same values in', () => {
  const holes = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((hole) => hole[1]).toSorted();
  const say = (words: unknown, key: string) => String(key.split('.').reduce((at, part) => (at as Record<string, unknown>)[part], words));
  for (const key of known) expect(holes(say(en, key)), key).toEqual(holes(say(ko, key)));
});

test('every text that the console asks for is there', () => {
  const source = files(join(import.meta.dirname, '..')).filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.') && !path.includes('/types/'));
  const asked = source.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\bt\('([^']+)'/g)].map((call) => call[1]!));
  expect(asked.length).toBeGreaterThan(150);
  expect([...new Set(asked)].filter((key) => !known.has(key))).toEqual([]);
});

test('every column and role has a name', () => {
  for (const column of COLUMNS) expect(known.has(`columns.${column}`), column).toBe(true);
  for (const role of ROLES) expect(known.has(`roles.${role}`), role).toBe(true);
});

/** The words of an enumeration of the API, as its document has them. */
const enumerated = (document: string, before: RegExp) => new RegExp(`${before.source}[^\\[]*enum: \\[([^\\]]+)\\]`).exec(readFileSync(join(import.meta.dirname, `../../../api/openapi/${document}.yaml`), 'utf8'))![1]!.split(',').map((word) => word.trim());

test('every ground, decision and place of people’s rights has a name', () => {
  const wanted = [
    ...enumerated('consent', /ground:\n\s+type: string\n\s+/).map((word) => `grounds.${word}`),
    ...enumerated('consent', /decision: \{type: string, /).map((word) => `decisions.${word}`),
    ...enumerated('rights', /place:\n\s+type: string\n\s+/).map((word) => `places.${word}.name`),
    ...enumerated('rights', /kind: \{type: string, /).map((word) => `requests.kinds.${word}`),
    ...BASES.map((word) => `bases.${word}`),
    ...CHANNELS.map((word) => `channels.${word}`),
    ...REACHES.map((word) => `reaches.${word}`),
  ];
  expect(wanted.length).toBeGreaterThan(45);
  expect(wanted.filter((key) => !known.has(key))).toEqual([]);
});

test('every kind of read that the access log tells has a name', () => {
  const book = readFileSync(join(import.meta.dirname, '../../../runtime/src/main/java/io/inyeon/runtime/http/Logbook.java'), 'utf8');
  const kinds = [...book.matchAll(/Map\.entry\(\s*([A-Z_]+),/g)].map((entry) => `access.kinds.${entry[1]!.toLowerCase()}`);
  expect(kinds.length).toBeGreaterThan(30);
  expect(kinds.filter((key) => !known.has(key))).toEqual([]);
});

test('Korean help is written in 해요체', () => {
  for (const key of known) {
    if (!/Help$|More$/.test(key)) continue;
    const text = String(key.split('.').reduce((at, part) => (at as unknown as Record<string, unknown>)[part] as never, ko as never));
    expect(text, key).not.toMatch(/(습니다|십시오)/);
  }
});

test('numbers and times are of the language', () => {
  const now = Date.parse('2026-03-02T00:00:00Z');
  expect(formats('ko').num(1_842_300)).toBe('1,842,300');
  expect(formats('ko').money(1_842_300, 'KRW')).toBe('₩1,842,300');
  expect(formats('ko').ago(now - 120_000, now)).toBe('2분 전');
  expect(formats('en').ago(now - 3 * 86_400_000, now)).toBe('3 days ago');
  expect(formats('en').bytes(1_536)).toBe('1.5 KB');
  expect(formats('en').bytes(0)).toBe('0 B');
});
