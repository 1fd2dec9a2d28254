import { josa } from 'es-hangul';
import i18n from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

/** The words of every screen, and those that only some need, which come with the first of these. */
const loaders = {
  shell: { ko: () => import('./ko.json'), en: () => import('./en.json') },
  segments: { ko: () => import('./segments.ko.json'), en: () => import('./segments.en.json') },
  changes: { ko: () => import('./changes.ko.json'), en: () => import('./changes.en.json') },
  conditions: { ko: () => import('./conditions.ko.json'), en: () => import('./conditions.en.json') },
  deciding: { ko: () => import('./deciding.ko.json'), en: () => import('./deciding.en.json') },
  drops: { ko: () => import('./drops.ko.json'), en: () => import('./drops.en.json') },
  enrichers: { ko: () => import('./enrichers.ko.json'), en: () => import('./enrichers.en.json') },
  erasing: { ko: () => import('./erasing.ko.json'), en: () => import('./erasing.en.json') },
  home: { ko: () => import('./home.ko.json'), en: () => import('./home.en.json') },
  incidents: { ko: () => import('./incidents.ko.json'), en: () => import('./incidents.en.json') },
  keeping: { ko: () => import('./keeping.ko.json'), en: () => import('./keeping.en.json') },
  labels: { ko: () => import('./labels.ko.json'), en: () => import('./labels.en.json') },
  live: { ko: () => import('./live.ko.json'), en: () => import('./live.en.json') },
  measures: { ko: () => import('./measures.ko.json'), en: () => import('./measures.en.json') },
  mending: { ko: () => import('./mending.ko.json'), en: () => import('./mending.en.json') },
  places: { ko: () => import('./places.ko.json'), en: () => import('./places.en.json') },
  plans: { ko: () => import('./plans.ko.json'), en: () => import('./plans.en.json') },
  rules: { ko: () => import('./rules.ko.json'), en: () => import('./rules.en.json') },
  sources: { ko: () => import('./sources.ko.json'), en: () => import('./sources.en.json') },
  registers: { ko: () => import('./registers.ko.json'), en: () => import('./registers.en.json') },
  rights: { ko: () => import('./rights.ko.json'), en: () => import('./rights.en.json') },
  quality: { ko: () => import('./quality.ko.json'), en: () => import('./quality.en.json') },
  steward: { ko: () => import('./steward.ko.json'), en: () => import('./steward.en.json') },
  tried: { ko: () => import('./tried.ko.json'), en: () => import('./tried.en.json') },
  trust: { ko: () => import('./trust.ko.json'), en: () => import('./trust.en.json') },
} as const;
export type Part = keyof typeof loaders;
export type Language = keyof (typeof loaders)['shell'];
const KEPT = 'inyeon-language';

/** The language that was chosen, or else the browser's. */
export function preferred(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'ko' || kept === 'en') return kept;
  return navigator.language.startsWith('ko') ? 'ko' : 'en';
}

const learned = new Map<string, Promise<void>>();
const wanted = new Set<Part>(['shell']);

function learning(language: Language, part: Part): Promise<void> {
  const key = `${language} ${part}`;
  let under = learned.get(key);
  if (!under) {
    under = loaders[part][language]().then((words) => void i18n.addResourceBundle(language, 'translation', words.default, true));
    learned.set(key, under);
    // What did not come is asked for again.
    under.catch(() => learned.delete(key));
  }
  return under;
}

/** Fetches the words of a part, in whatever language is spoken from now on. */
export async function learn(part: Part) {
  wanted.add(part);
  await learning(i18n.language as Language, part);
}

export async function speak(language: Language, keep = false) {
  await Promise.all([...wanted].map((part) => learning(language, part)));
  if (keep) localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
  await i18n.changeLanguage(language);
}

export async function startSpeaking(language: Language) {
  await i18n.use(initReactI18next).init({ lng: language, resources: {}, interpolation: { escapeValue: false }, returnNull: false });
  // {{name, josa(p: 은/는)}}: the particle that fits the word before it.
  i18n.services.formatter?.add('josa', (value: unknown, _language, options: Record<string, unknown>) =>
    josa(String(value), (options['p'] ?? '을/를') as Parameters<typeof josa>[1]));
  await speak(language);
}

/** The text function, the language, and the numbers and times of it. */
export function useWords() {
  const { t, i18n: now } = useTranslation();
  const language = now.language as Language;
  return { t, language, ...formats(language) };
}

const made = new Map<Language, ReturnType<typeof make>>();

export function formats(language: Language) {
  let known = made.get(language);
  if (!known) made.set(language, (known = make(language)));
  return known;
}

function make(language: Language) {
  const locale = language === 'ko' ? 'ko-KR' : 'en-GB';
  const plain = new Intl.NumberFormat(locale);
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const clockFull = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' });
  const date = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric' });
  const moment = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const bytes = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    num: (n: number) => plain.format(n),
    compact: (n: number) => compact.format(n),
    share: (n: number) => share.format(n),
    money: (n: number, currency: string) => new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(n),
    clock: (t: string | number) => clock.format(new Date(t)),
    clockFull: (t: string | number) => clockFull.format(new Date(t)),
    day: (t: string | number) => day.format(new Date(t)),
    date: (t: string | number) => date.format(new Date(t)),
    moment: (t: string | number) => moment.format(new Date(t)),
    ago: (t: string | number, now = Date.now()) => ago(relative, (new Date(t).getTime() - now) / 1000),
    bytes: (n: number) => {
      const units = ['B', 'KB', 'MB', 'GB', 'TB'];
      const step = n < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(n) / Math.log(1024)));
      return `${bytes.format(n / 1024 ** step)} ${units[step]}`;
    },
  };
}

function ago(format: Intl.RelativeTimeFormat, seconds: number) {
  const size = Math.abs(seconds);
  if (size < 45) return format.format(0, 'second');
  if (size < 3_600) return format.format(Math.trunc(seconds / 60) || Math.sign(seconds), 'minute');
  if (size < 86_400) return format.format(Math.trunc(seconds / 3_600), 'hour');
  if (size < 30 * 86_400) return format.format(Math.trunc(seconds / 86_400), 'day');
  if (size < 365 * 86_400) return format.format(Math.trunc(seconds / (30 * 86_400)), 'month');
  return format.format(Math.trunc(seconds / (365 * 86_400)), 'year');
}
