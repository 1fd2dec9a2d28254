import i18n from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { formats, learn, speak, startSpeaking, type Language } from '../i18n';
import { asked, blank, complete, KINDS, OPERATORS, partsOf, said, type Condition, type Group, type Leaf, type Test } from './model';
import { deed, propertyName, purposeName, traitName } from './names';
import { particle } from './particle';
import { tell, type Reason } from './reason';
import { parts, replaced } from './place';
import { dayAfter, plain, Sentence } from './sentence';
import { isCondition } from './shape';
import { lately } from '../features/segments/days';
import { add, at, copy, find, isGroup, move, nodeOf, opened, put, quantify, reform, remove, standing, step, unwrap, wrap, written, type GroupNode, type Node } from './tree';

beforeAll(async () => {
  await startSpeaking('ko');
  await learn('segments');
  await speak('en');
});

const sentence = async (language: Language) => {
  await speak(language);
  const t = i18n.getFixedT(language) as unknown as (key: string) => string;
  const { num, date } = formats(language);
  return new Sentence({ t, num, date, event: (name) => deed(name, t), trait: (path) => traitName(path, t), property: (path) => propertyName(path, t), segment: (id) => id, purpose: (name) => purposeName(name, t) });
};

const LEAVES: [Leaf, string, string][] = [
  [{ trait: 'grade', operator: 'in', values: ['VIP', '골드'] }, '등급이 VIP 또는 골드', 'grade is VIP or 골드'],
  [{ event: 'Order Completed', operator: 'gte', value: 2, window: { last: '90 days' } }, '주문 완료를 최근 90일 동안 2회 이상 함', 'Did Order completed at least 2 times in the last 90 days'],
  [{ event: 'page', operator: 'equals', value: 0, window: { last: '14 days' } }, '페이지 조회를 최근 14일 동안 한 번도 안 함', 'Did not do Page viewed in the last 14 days'],
  [{ event: 'Product Added', window: { last: '1 week' } }, '장바구니 담기를 최근 1주 동안 1회 이상 함', 'Did Added to cart at least once in the last 1 week'],
  [{ event: 'Order Completed', aggregate: 'sum', property: 'total', operator: 'gte', value: 100_000, window: { last: '2 days' } }, '최근 2일 동안 주문 완료의 결제 금액 합계가 100,000 이상', 'Total order total of Order completed in the last 2 days is at least 100,000'],
  [{ event: 'Product Viewed', where: [{ property: 'category', operator: 'equals', value: '신발' }, { property: 'price', operator: 'gt', value: 50_000 }], operator: 'between', from: 2, to: 5 }, '카테고리가 신발이고 가격이 50,000 초과인 상품 조회를 지금까지 2~5회 함', 'Did Product viewed where category is 신발 and price is over 50,000 2 to 5 times at any time'],
  [{ sequence: [{ event: 'Product Viewed' }, { event: 'Order Completed', within: '1 hour', not: true }], window: { calendar: 'this_month' } }, '이번 달 상품 조회 → 1시간 안에 주문 완료 안 함', 'Product viewed → within 1 hour no Order completed this month'],
  [{ segment: 'vip' }, 'vip 세그먼트에 속함', 'Is in vip'],
  [{ consent: 'marketing' }, '마케팅에 동의함', 'Consented to Marketing'],
  [{ trait: 'birthday', operator: 'anniversary_within', within: '7 days' }, '생일 기념일이 앞으로 7일 이내', 'The anniversary of Birthday is in the next 7 days'],
  [{ trait: 'phone', operator: 'not_exists' }, '전화번호가 없음', 'Phone is not known'],
];

test('conditions are sentences in natural Korean and English', async () => {
  for (const [language, index] of [['ko', 1], ['en', 2]] as const) {
    const say = await sentence(language);
    for (const each of LEAVES) {
      expect(plain(say.of(each[0])).toLowerCase(), JSON.stringify(each[0])).toBe(each[index].toLowerCase());
    }
  }
});

test('every operator of every kind is said in words, and what is missing is a chip to fill', async () => {
  for (const language of ['ko', 'en'] as const) {
    const say = await sentence(language);
    for (const operator of OPERATORS) {
      for (const leaf of [{ trait: 'city', ...asked(operator) }, { event: 'e', aggregate: 'sum', property: 'p', ...asked(operator) }, { event: 'e', where: [{ property: 'p', ...asked(operator) }] }] as Leaf[]) {
        const parts = say.of(leaf);
        expect(plain(parts), operator).not.toMatch(/say\.|\[|\]|undefined/);
        if (!said('where' in leaf ? leaf.where![0]! : (leaf as Partial<Test>))) expect(parts.some(({ gap }) => gap), operator).toBe(true);
      }
    }
    for (const kind of KINDS) {
      expect(complete(blank(kind))).toBe(false);
      expect(say.of(blank(kind)).some(({ gap, slot }) => gap && slot)).toBe(true);
    }
  }
});

test('groups are read as a whole', async () => {
  const condition: Condition = { all: [{ consent: 'marketing' }, { any: [{ segment: 'a' }, { segment: 'b' }] }, { none: [{ segment: 'c' }] }] };
  expect((await sentence('ko')).text(condition)).toBe('마케팅에 동의함 그리고 (a 세그먼트에 속함 또는 b 세그먼트에 속함) 그리고 (c 세그먼트에 속함)에 해당하지 않음');
});

test('a particle fits what is before it', () => {
  expect(['등급', '나이', 'email', 'VIP', 'churn', 'marketing', 'city', '3', '5'].map((word) => word + particle(word, '이/가'))).toEqual(['등급이', '나이가', 'email이', 'VIP가', 'churn이', 'marketing이', 'city가', '3이', '5가']);
  expect(['서울', '부산', '1'].map((word) => word + particle(word, '으로/로'))).toEqual(['서울로', '부산으로', '1로']);
});

test('a test keeps what fits when its operator changes', () => {
  expect(asked('gte', { operator: 'equals', value: 'x' })).toEqual({ operator: 'gte' });
  expect(asked('gte', { operator: 'equals', value: 3 })).toEqual({ operator: 'gte', value: 3 });
  expect(asked('in', { operator: 'equals', value: '서울' })).toEqual({ operator: 'in', values: ['서울'] });
  expect(asked('equals', { operator: 'in', values: ['서울', '부산'] })).toEqual({ operator: 'equals', value: '서울' });
  expect(asked('exists', { operator: 'in', values: ['서울'] })).toEqual({ operator: 'exists' });
  expect(said({ operator: 'between', from: 5, to: 2 })).toBe(false);
  expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01');
});

const leaves = (node: Node): string[] => (isGroup(node) ? node.of.flatMap(leaves) : [node.id]);
const ids = (node: Node): string[] => [node.id, ...(isGroup(node) ? node.of.flatMap(ids) : [])];
const sample = () => opened({ all: [{ segment: 'a' }, { any: [{ segment: 'b' }, { none: [{ segment: 'c' }] }] }, { segment: 'd' }] });

test('what is opened is written as it was, with the place of each part', () => {
  const condition: Condition = { all: [{ segment: 'a' }, { any: [{ segment: 'b' }, { none: [{ segment: 'c' }] }] }] };
  const root = opened(condition);
  const { condition: out, places, gaps } = written(root);
  expect(out).toEqual(condition);
  expect(gaps).toEqual([]);
  expect([...places.values()]).toEqual(expect.arrayContaining(['', '/all/0', '/all/1', '/all/1/any/0', '/all/1/any/1', '/all/1/any/1/none/0']));
  expect(written(opened({ segment: 'x' })).condition).toEqual({ all: [{ segment: 'x' }] });
});

test('what is not said in full is left out, and the places are those of what is sent', () => {
  let root = sample();
  root = add(root, root.id, 0, nodeOf(blank('trait')));
  const { condition, places, gaps } = written(root);
  expect(condition).toEqual({ all: [{ segment: 'a' }, { any: [{ segment: 'b' }, { none: [{ segment: 'c' }] }] }, { segment: 'd' }] });
  expect(gaps).toEqual([root.of[0]!.id]);
  expect(places.get(root.of[1]!.id)).toBe('/all/0');
  expect(at(places, '/all/1/any/0/segment')).toBe((root.of[2] as GroupNode).of[0]!.id);
  expect(at(places, '/all/1/any')).toBe(root.of[2]!.id);
  expect(written(opened(undefined)).condition).toBeUndefined();
});

test('a step down goes through every place there is, and a step up comes back the same way', () => {
  let root = sample();
  const id = root.of[0]!.id;
  const seen = [JSON.stringify(written(root).condition)];
  for (;;) {
    const next = step(root, id, true);
    if (next === root) break;
    root = next;
    seen.push(JSON.stringify(written(root).condition));
    expect(seen.length).toBeLessThan(20);
  }
  expect(root.of.at(-1)!.id).toBe(id);
  for (let i = seen.length - 2; i >= 0; i--) {
    root = step(root, id, false);
    expect(JSON.stringify(written(root).condition)).toBe(seen[i]);
  }
  expect(step(root, id, false)).toBe(root);
});

test('moving loses nothing, whatever is moved wherever, and nothing goes into itself', () => {
  const root = sample();
  for (const id of ids(root).slice(1)) {
    for (const parent of ids(root)) {
      const to = find(root, parent)!.node;
      if (!isGroup(to)) continue;
      for (let index = 0; index <= to.of.length; index++) {
        const moved = move(root, id, parent, index);
        expect(ids(moved).toSorted()).toEqual(ids(root).toSorted());
        const inside = ids(find(root, id)!.node).includes(parent);
        if (inside) expect(moved).toBe(root);
        else expect(find(moved, id)!.parent!.id).toBe(parent);
      }
    }
  }
});

test('groups are made and dissolved, and copies are nodes of their own', () => {
  const root = sample();
  const wrapped = wrap(root, root.of[0]!.id);
  expect(written(wrapped).condition).toEqual({ all: [{ any: [{ segment: 'a' }] }, { any: [{ segment: 'b' }, { none: [{ segment: 'c' }] }] }, { segment: 'd' }] });
  expect(written(unwrap(wrapped, wrapped.of[0]!.id)).condition).toEqual(written(root).condition);
  const twice = copy(root, root.of[1]!.id);
  expect(new Set(ids(twice)).size).toBe(ids(twice).length);
  expect(leaves(twice)).toHaveLength(6);
  expect(written(remove(twice, root.of[1]!.id)).condition).toEqual(written(root).condition);
  expect(written(reform(root, root.id, 'none')).condition).toHaveProperty('none');
  expect(put(root, root.id, opened({ segment: 'z' })).of).toHaveLength(1);
  expect(standing(root, (root.of[1] as GroupNode).of[1]!.id)).toEqual({ place: 2, of: 2, depth: 1 });
});

test('what is asked of the members of accounts is a group like any other, and goes into conditions and comes out of them', () => {
  const inner: Condition = { any: [{ segment: 'a' }, { account: { members: 'none', condition: { all: [{ consent: 'email_marketing' }] } } }] };
  const condition: Condition = { all: [{ account: { members: 'all', condition: inner } }, { account: { trait: 'plan', operator: 'equals', value: 'pro' } }] };
  let root = opened(condition);
  expect(written(root).condition).toEqual(condition);
  const members = root.of[0] as GroupNode;
  const { places } = written(root);
  expect(places.get(members.id)).toBe('/all/0');
  expect(places.get(members.of[0]!.id)).toBe('/all/0/account/condition/any/0');
  expect(places.get((members.of[1] as GroupNode).of[0]!.id)).toBe('/all/0/account/condition/any/1/account/condition/all/0');
  expect(at(places, '/all/0/account/condition/any/0/segment')).toBe(members.of[0]!.id);
  expect(at(places, '/all/0/account/members')).toBe(members.id);

  // It is the members who are asked, so their conditions do not fall out of the group by themselves.
  expect(unwrap(root, members.id)).toBe(root);
  root = quantify(root, members.id, 'any');
  root = reform(root, members.id, 'all');
  expect(written(root).condition).toEqual({ all: [{ account: { members: 'any', condition: { all: partsOf(inner as Group) } } }, { account: { trait: 'plan', operator: 'equals', value: 'pro' } }] });
  const twice = copy(root, members.id);
  expect(written(twice).condition).toEqual({ all: [partsOf(written(root).condition as Group)[0]!, ...partsOf(written(root).condition as Group)] });
  const moved = step(root, root.of[1]!.id, false);
  expect((written(moved).condition as { all: Condition[] }).all).toHaveLength(1);
  expect(written(step(moved, root.of[1]!.id, true)).condition).toEqual(written(root).condition);

  // One without a condition is a gap, and one alone stands in a group of its own.
  expect(written(add(opened(undefined), 'none', 0, nodeOf({ segment: 'a' }))).condition).toBeUndefined();
  const empty = remove(remove(root, members.of[0]!.id), members.of[1]!.id);
  expect(written(empty).gaps).toEqual([members.id]);
  expect(written(opened({ account: { members: 'any', condition: { segment: 'a' } } })).condition).toEqual({ all: [{ account: { members: 'any', condition: { all: [{ segment: 'a' }] } } }] });
});

test('a reason is told part by part, with what decided it', async () => {
  const say = await sentence('en');
  const t = i18n.getFixedT('en') as unknown as (key: string) => string;
  const reason: Reason = {
    result: 'no_match', form: 'all',
    of: [
      { result: 'match', condition: LEAVES[1]![0], facts: { value: 3, count: 3, events: [{ time: '2026-01-02T00:00:00Z' }], exact: true }, changesAt: '2026-04-01T00:00:00Z' },
      { result: 'unknown', condition: { trait: 'city', operator: 'equals', value: 'Seoul' }, facts: {} },
    ],
  };
  const told = tell(reason, say, { t, num: String, moment: (time) => time.slice(0, 10) });
  expect(told.of.map((part) => part.because)).toEqual([['Times it happened: 3', 'Most recently 2026-01-02'], ['Nothing is known yet']]);
  expect(told.of[0]!.changesAt).toBe('2026-04-01T00:00:00Z');
  expect(told.text).toBe('Match all');
});

test('an address cannot put anything but a condition into the builder', () => {
  for (const [leaf] of LEAVES) expect(isCondition(JSON.parse(JSON.stringify({ any: [leaf, { none: [leaf] }] })))).toBe(true);
  for (const wrong of [null, 3, 'x', [], {}, { all: [] }, { all: [{}] }, { all: [{ segment: 'a' }], any: [] }, { trait: 'a' }, { trait: 'a', operator: 'sudo' }, { event: 1 }, { event: 'a', where: [{}] }, { event: 'a', window: { last: 3 } }, { sequence: [{ event: 'a' }] }, { account: { members: 'some', condition: { segment: 'a' } } }]) {
    expect(isCondition(wrong), JSON.stringify(wrong)).toBe(false);
  }
});

test('another reading is put in the place of a part', () => {
  const condition: Condition = { all: [{ segment: 'a' }, { any: [{ segment: 'b' }, { segment: 'c' }] }] };
  expect(replaced(condition, '/all/1/any/0', { consent: 'x' })).toEqual({ all: [{ segment: 'a' }, { any: [{ consent: 'x' }, { segment: 'c' }] }] });
  expect(replaced(condition, '', { consent: 'x' })).toEqual({ consent: 'x' });
  expect(replaced(condition, '/none/3', { consent: 'x' })).toEqual(condition);
  expect(parts(condition).map(([place]) => place)).toEqual(['', '/all/0', '/all/1', '/all/1/any/0', '/all/1/any/1']);
});

test('a history that tells busy days alone is shown day by day', () => {
  const days = [{ day: '2026-03-01', entered: 5, left: 0, size: 5 }, { day: '2026-03-04', entered: 1, left: 2, size: 4 }];
  expect(lately({ size: 4, days }, 5, '2026-03-05').map(({ size }) => size)).toEqual([5, 5, 5, 4, 4]);
  expect(lately({ size: 4, days }, 2, '2026-03-20').map(({ size, entered }) => [size, entered])).toEqual([[4, 0], [4, 0]]);
  // The workspace's day may be ahead of this clock's.
  expect(lately({ size: 4, days }, 2, '2026-03-03').map(({ day }) => day)).toEqual(['2026-03-03', '2026-03-04']);
  expect(lately({ size: 0, days: [] }, 2, '2026-03-03').map(({ size }) => size)).toEqual([0, 0]);
});
