import { api, ask } from '../../api/client';
import { oneImport, SAMPLE, start, upload, type Import } from '../../api/imports';
import { queries } from '../../app/queries';
import { Problem } from '../../api/problem';
import { learn } from '../../i18n';
import { mapOf, type Plan } from '../sources/mapping';

// What may go wrong with a file.
await learn('sources');

const CUSTOMERS = 240;
const DAYS = 60;
const DAY_MS = 86_400_000;

const FAMILY = ['김', '이', '박', '최', '정', '강', '조', '윤', '장', '임'];
const GIVEN = ['봄', '여름', '가을', '겨울', '하늘', '바다', '구름', '나무', '들', '샘', '별', '솔', '이슬', '노을'];
const CITIES = ['서울', '서울', '서울', '부산', '대구', '인천', '광주', '대전', '제주'];
const GRADES = ['일반', '일반', '일반', '골드', 'VIP'];
const GOODS: [string, string, number][] = [['리넨 셔츠', '의류', 59_000], ['데님 팬츠', '의류', 79_000], ['도자기 머그', '주방', 18_000], ['원목 도마', '주방', 42_000], ['무선 스피커', '가전', 129_000], ['공기 청정기', '가전', 239_000]];

/** A die that falls the same way each time. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 12)) >>> 0) % below;
  };
}

export type Sample = { people: string; events: string };

/** A small shop's customers and what they did in the last weeks, as two files. Nobody in it is real. */
export function sampleShop(now: number): Sample {
  const roll = dice(20_260_301);
  const people = ['회원번호,이메일,이름,city,grade,가입일'];
  const events = ['회원번호,이메일,event,timestamp,order_id,total,product,category'];
  for (let i = 0; i < CUSTOMERS; i++) {
    const id = `sample-${String(i + 1).padStart(3, '0')}`;
    const email = `${id}@example.com`;
    const joined = roll(DAYS) + 1;
    people.push([id, email, FAMILY[roll(FAMILY.length)]! + GIVEN[roll(GIVEN.length)]!, CITIES[roll(CITIES.length)]!, GRADES[roll(GRADES.length)]!, new Date(now - joined * DAY_MS).toISOString().slice(0, 10)].join(','));
    const visits = 1 + roll(7);
    for (let visit = 0; visit < visits; visit++) {
      // All of it lies in the past: the last step of a visit is a quarter of an hour after its first.
      const at = now - Math.max(3_600_000, roll(joined * 24) * 3_600_000 + roll(3_600) * 1_000);
      const [product, category, price] = GOODS[roll(GOODS.length)]!;
      const row = (event: string, later: number, order = '', total = '') => events.push([id, email, event, new Date(at + later * 60_000).toISOString(), order, total, product, category].join(','));
      row('Product Viewed', 0);
      if (roll(3) > 0) row('Product Added', 4);
      if (roll(5) < 2) row('Order Completed', 15, `${id}-${visit + 1}`, String(price * (1 + roll(2))));
    }
  }
  return { people: people.join('\n') + '\n', events: events.join('\n') + '\n' };
}

const PEOPLE: Plan = { shape: 'people', eventName: '', currency: 'KRW', roles: { 회원번호: 'user_id', 이메일: 'email', 이름: 'name', city: 'trait', grade: 'trait', 가입일: 'trait' } };
const EVENTS: Plan = { shape: 'events', eventName: '', currency: 'KRW', roles: { 회원번호: 'user_id', 이메일: 'email', event: 'event', timestamp: 'time', order_id: 'order_id', total: 'amount', product: 'property', category: 'property' } };

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** An import once it is over. */
async function over(job: Import): Promise<void> {
  for (let now = job; now.state !== 'done'; ) {
    if (now.state !== 'running') throw new Problem(409, { code: now.error ?? 'other', detail: now.errorDetail });
    await rest(400);
    now = await queries.fetchQuery({ ...oneImport(job.id), staleTime: 0 });
  }
}

/** Makes the sample: a source of its own, and two files that it imports. */
export async function makeSample(name: string, progress: (share: number) => void) {
  const source = await ask(api.POST('/api/v1/sources', { body: { name, kind: 'import', party: 1, trustsProperties: false, aliasesAnchors: false } }));
  const shop = sampleShop(Date.now());
  for (const [i, [file, text, plan]] of ([['people', shop.people, PEOPLE], ['events', shop.events, EVENTS]] as const).entries()) {
    const made = await upload(new File([text], `${SAMPLE}${file}.csv`, { type: 'text/csv' }), source.id, mapOf(plan), (share) => progress((i + share / 2) / 2));
    await over(await start(made.id, false));
    progress((i + 1) / 2);
  }
}

/** Takes back all that the sample brought; its people are gone when the rebuild is done that this begins. */
export async function removeSample(source: string) {
  await ask(api.POST('/api/v1/sources/{id}/undo-imports', { params: { path: { id: source } } }));
}
