import { expect, test } from 'vitest';
import { found, lines } from './patterns';

test('patterns are one a line, each once', () => {
  expect(lines(' Googlebot\n\nbingbot\nGooglebot ')).toEqual(['Googlebot', 'bingbot']);
});

test('what is let through is found first', () => {
  expect(found(['a-bot', 'b-bot', 'c'], ['b-bot'], 'bot')).toEqual(['b-bot', 'a-bot']);
  expect(found(['a-bot'], [], '')).toEqual(['a-bot']);
});
