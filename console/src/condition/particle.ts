import { josa } from 'es-hangul';

type Pair = '을/를' | '이/가' | '은/는' | '와/과' | '으로/로';

/** Digits that are read with a final consonant: 영, 일, 삼, 육, 칠, 팔. */
const CLOSED_DIGITS = '013678';

/**
 * The particle that fits a word. Hangul decides by its last letter; digits as they are read; Latin
 * letters as most loan words are: 이메일, 마케팅, 앱, and VIP letter by letter.
 */
export function particle(word: string, pair: string): string {
  const last = word.trimEnd().at(-1) ?? '';
  if (/[가-힣]/.test(last)) return josa.pick(word.trimEnd(), pair as Pair);
  const liquid = /[lr1478]$/i.test(word) && pair === '으로/로';
  const closed = /\d/.test(last)
    ? CLOSED_DIGITS.includes(last)
    : /^[A-Z]+$/.test(/[A-Za-z]+$/.exec(word)?.[0] ?? 'a')
      ? /[LMNR]$/.test(word)
      : /([lmn]|ng|[aeiou][bkp])$/i.test(word);
  return josa.pick(closed && !liquid ? '갑' : '가', pair as Pair);
}

/** The ending of a Korean phrase that goes on: 신발인 → 신발이고, 들어 있는 → 들어 있고. */
export const onward = (phrase: string) => phrase.replace(/인$/, '이고').replace(/닌$/, '니고').replace(/는$/, '고');
