// The console's own cut of Pretendard (SIL Open Font License 1.1): the letters that its words are
// written in, in a few faces that a page fetches as it shows them, and all other Hangul in many small
// ones for people's names and data. Pretendard's own subsets are ten times as large each.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const SOURCE = join(here, 'node_modules/pretendard/dist/public/variable/PretendardVariable.ttf');
const WORDS = join(here, 'src/i18n');

/** The lightest and the boldest weight that the styles ask for. */
const WEIGHTS = { min: 400, max: 700 };
/** Figures of one width, and the two shapes that the styles choose; the rest is for other uses. */
const FEATURES = ['tnum', 'ss05', 'cv12'];
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');

/** The sections of the words that every page shows, home among them. */
const EVERYWHERE = ['brand', 'skip', 'loading', 'again', 'more', 'undo', 'redo', 'close', 'clear', 'cancel', 'save', 'signOut', 'signedInAs', 'people', 'times', 'count', 'theme', 'tone', 'nav', 'pulse', 'palette', 'home'];
/** Sections that are shown together, a face each; letters of several of them have one in common. */
const SCREENS = {
  person: ['customers', 'customer', 'columns', 'event', 'consent', 'types', 'events', 'party', 'purposes', 'traits', 'why', 'rights', 'standing', 'grounds', 'decisions'],
  segments: ['segments', 'forms', 'say', 'traits', 'why', 'deeds', 'builder', 'reach'],
  data: ['sources', 'kinds', 'keys', 'guide', 'imports', 'import', 'live', 'quarantine', 'stations', 'start', 'sample', 'causes'],
  quality: ['plans', 'calls', 'actions', 'fields', 'formats', 'planModels', 'changes', 'steps', 'casts', 'asks', 'templates', 'tried', 'drafts', 'mendings', 'repairs', 'measures'],
  trust: ['identity', 'rules', 'ranks', 'refusals', 'identityRules', 'tasks', 'steward', 'settings', 'suppressions', 'statutory', 'access'],
  rights: ['purpose', 'bases', 'channels', 'reaches', 'grounds', 'decisions', 'standing', 'ledger', 'record', 'erase', 'erasures', 'places', 'requests', 'lawful', 'rights'],
  // Screens of an office that few sit in: their letters move none between the faces of the others, and
  // those that only they need come by the letter.
  office: ['labels', 'bots', 'keeping', 'processing', 'breaches', 'corrections', 'automated', 'beside'],
};
const APART = 'office';
/** Screens that most people work in, whose pages have no letters that only the others share. */
const DAILY = new Set(['person', 'segments']);
/** What dates are written with, the families that half of all people belong to, and the grades that shops give. */
const DATES = '년월일화수목금토오전후시분초';
const FAMILIES = '김이박최정';
const GRADES = '골드실버';
/** Texts that are shown when they are asked for; what only they need is fetched by the letter. */
const LATER = /(Help|Text|Ask|Done|More|NotFound)$|^(ailments|behind|worse|none|nothing|reasons|problems|noteHint|whenHint|texts|lawful)$/;

const files = (folder, out = []) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files(path, out);
    else if (/\.(tsx?|json)$/.test(entry.name) && !/\.(test|d)\.tsx?$/.test(entry.name)) out.push(path);
  }
  return out;
};
const json = (name) => JSON.parse(readFileSync(join(WORDS, name), 'utf8'));

/** The letters of each face: none stands in two. */
export function faces() {
  const words = {};
  for (const part of readdirSync(WORDS).filter((name) => /(^|\.)ko\.json$/.test(name)).sort()) for (const [section, said] of Object.entries(json(part))) words[section] = typeof said === 'string' ? said : { ...words[section], ...said };
  const shown = (value) => (typeof value === 'string' ? value : Object.entries(value).map(([key, text]) => (LATER.test(key) ? '' : shown(text))).join(''));
  const of = (sections) => sections.map((section) => shown(words[section] ?? '')).join('');
  // Of the code its signs alone: the Hangul in it, as the sample's names, is data.
  const signs = files(join(here, 'src')).map((path) => readFileSync(path, 'utf8')).join('').replace(/[가-힣]/g, '');
  const all = [...new Set(signs + JSON.stringify(words) + DATES + FAMILIES + GRADES)].filter((letter) => letter > '~');
  const taken = new Set();
  const face = (text) => [...new Set(text)].filter((letter) => letter >= ' ' && !taken.has(letter) && taken.add(letter)).sort().join('');
  const screens = Object.entries(SCREENS).map(([name, sections]) => [name, new Set(of(sections))]);
  const shared = (wanted) =>
    all.filter((letter) => {
      const having = screens.filter(([name, letters]) => name !== APART && letters.has(letter)).map(([name]) => name);
      return wanted(having, having.some((name) => DAILY.has(name)));
    });
  return {
    // Both languages call each other by name, so these stand on every page.
    latin: face(ASCII + all.filter((letter) => !/[\u3131-\ud7a3]/.test(letter)).join('') + '한국어인연'),
    shell: face(of(EVERYWHERE)),
    common: face(DATES + FAMILIES + GRADES + shared(({ length }, daily) => length > 1 && daily).join('')),
    // What several of the rarer screens have in common, and none of the daily ones.
    rarer: face(shared(({ length }) => length > 1).join('')),
    // Of the rights' own there are ten: a file of their own weighs more than fetching them by the letter.
    ...Object.fromEntries(screens.filter(([name]) => name !== 'rights' && name !== APART).map(([name, letters]) => [name, face([...letters].join(''))])),
  };
}

/** So many letters to a face: those of everyday Korean, which names are made of, and the others. */
const COMMON = 16;
const RARE = 128;

/** All syllables of Hangul, and the letters by themselves, in faces of neighbours. */
function letterFaces() {
  const euc = new TextDecoder('euc-kr');
  const common = new Set();
  // The 2,350 syllables of KS X 1001 stand in 25 rows of 94.
  for (let row = 0xb0; row <= 0xc8; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) common.add(euc.decode(Uint8Array.of(row, cell)));
  const all = Array.from({ length: 11_172 }, (_, i) => String.fromCodePoint(0xac00 + i));
  const jamo = Array.from({ length: 51 }, (_, i) => String.fromCodePoint(0x3131 + i));
  const latin = Array.from({ length: 0x17f - 0xa0 + 1 }, (_, i) => String.fromCodePoint(0xa0 + i));
  const parted = (letters, size) => Array.from({ length: Math.ceil(letters.length / size) }, (_, i) => letters.slice(i * size, (i + 1) * size).join(''));
  // Of faces whose ranges overlap the one that stands last is asked first: so the ranges of the others
  // may run over what is common, which keeps the style sheet short.
  const rare = parted(all.filter((letter) => !common.has(letter)), RARE).map((text) => [text, `U+${text.codePointAt(0).toString(16)}-${text.codePointAt(text.length - 1).toString(16)}`]);
  return [...rare, ...[...parted(all.filter((letter) => common.has(letter)), COMMON), jamo.join(''), latin.join('')].map((text) => [text, range(text)])];
}

/** Letters as ranges of neighbours. */
function range(text) {
  const points = [...text].map((letter) => letter.codePointAt(0)).sort((a, b) => a - b);
  const ranges = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges.map(([from, to]) => `U+${from.toString(16)}${to > from ? `-${to.toString(16)}` : ''}`).join(',');
}

/** Makes a set of faces and its style sheet where it is not there yet; answers with the sheet's path. */
async function cut(name, family, wanted) {
  const lock = JSON.parse(readFileSync(join(here, 'package-lock.json'), 'utf8')).packages;
  const versions = ['pretendard', 'subset-font', 'harfbuzzjs'].map((each) => lock[`node_modules/${each}`]?.version).join();
  const key = createHash('sha256').update(JSON.stringify([wanted, family, WEIGHTS, FEATURES, versions])).digest('hex').slice(0, 16);
  const folder = join(here, 'node_modules', '.fonts');
  const made = join(folder, `${name}-${key}`);
  if (!existsSync(made)) {
    const { default: subset } = await import('subset-font');
    const options = { variationAxes: { wght: WEIGHTS }, keepFeatures: FEATURES, noHinting: true };
    // One cut of everything first: it is smaller than what it comes from, and the others come from it.
    const whole = await subset(readFileSync(SOURCE), wanted.map(([, text]) => text).join(''), { ...options, targetFormat: 'sfnt' });
    const fresh = `${made}.${process.pid}.tmp`;
    mkdirSync(fresh, { recursive: true });
    let sheet = '';
    for (const [face, text, covers = range(text)] of wanted) {
      if (text === '') continue;
      writeFileSync(join(fresh, `${face}.woff2`), await subset(whole, text, { targetFormat: 'woff2', keepFeatures: FEATURES, noHinting: true }));
      sheet += `@font-face{font-family:'${family}';font-style:normal;font-display:swap;font-weight:${WEIGHTS.min} ${WEIGHTS.max};src:url('./${face}.woff2') format('woff2');unicode-range:${covers}}\n`;
    }
    writeFileSync(join(fresh, 'fonts.css'), sheet);
    for (const old of readdirSync(folder)) if (old.startsWith(`${name}-`) && !join(folder, old).startsWith(fresh)) rmSync(join(folder, old), { recursive: true, force: true });
    renameSync(fresh, made);
  }
  return join(made, 'fonts.css');
}

/** The faces of the console's own words. */
export const wordFonts = () => cut('words', 'Inyeon', Object.entries(faces()));

/** The faces of all letters; they change with the font alone. */
export const letterFonts = () => cut('letters', 'Inyeon Letters', letterFaces().map(([text, covers], i) => [String(i), text, covers]));
