import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { House } from './house.mjs';

let house;
before(async () => {
  house = await House.open();
  await house.furnish();
});
after(() => house?.close());

const groups = async () => (await house.api('GET', '/api/v1/quarantine/groups')).groups;

test('a cause is mended by a step: tried on the whole group, saved, and all of it decided again', async () => {
  const page = await house.visit();
  await page.goto(`${house.base}/quarantine`);
  await page.getByText('90일 동안 보관하고').waitFor();
  await page.getByRole('link', { name: '꼭 있어야 할 항목이 없어요 · /properties/name: 고치기' }).click();
  await page.waitForURL(/\/quarantine\/qg/);
  await page.getByRole('button', { name: /기본값 넣기/ }).click();
  await page.getByLabel('값', { exact: true }).fill('이름 없는 상품');
  await page.getByLabel('값', { exact: true }).press('Tab');
  await page.getByRole('button', { name: '시험해 보기' }).click();
  await page.getByText('2건은 수락되고 0건은 그대로 남아요').waitFor();
  const tried = page.getByRole('list', { name: '시험한 결과' });
  await tried.getByRole('button', { name: /자세히/ }).first().click();
  await tried.getByRole('cell', { name: '이름 없는 상품' }).waitFor();
  await house.shot(page, 'quarantine-tried-ko');
  assert.equal((await house.api('GET', '/api/v1/transformations')).version, 1, 'trying saves nothing');
  await page.getByLabel(/^이유/).fill('앱이 이름을 빠뜨림');
  await page.getByRole('button', { name: '저장하고 다시 판단하기' }).click();
  await page.getByText('기다리는 이벤트가 없어요').waitFor();
  await page.getByText('2건 중 2건이 나감').waitFor();
  await page.getByText('앱이 이름을 빠뜨림').waitFor();
  await house.shot(page, 'quarantine-released-ko');
  const saved = await house.api('GET', '/api/v1/transformations');
  assert.deepEqual(saved.transformations.at(-1), { id: 'mend-product-viewed', name: '기본값 넣기 · Product Viewed', sources: [house.web.id], events: ['Product Viewed'], steps: [{ do: 'default', path: '/properties/name', value: '이름 없는 상품' }] });
  // The timeline reads the archive, which comes behind what is decided.
  const { position } = await house.api('GET', '/api/v1/profiles/user_id:u-2');
  const { events } = await house.api('GET', `/api/v1/profiles/user_id:u-2/events?limit=20&at-least=${position}`);
  assert.ok(events.some((event) => JSON.stringify(event).includes('이름 없는 상품')), 'it counts as if it had been right at once');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a cause is mended in the plan, which becomes its next version', async () => {
  await house.send(house.web, [{ type: 'track', userId: 'u-1', event: 'Product Viewed', properties: { name: 77 }, messageId: 'number-name' }]);
  const [waiting] = (await groups()).filter(({ causes }) => causes[0].code === 'wrong_type');
  const page = await house.visit({ language: 'en' });
  await page.goto(`${house.base}/quarantine/${waiting.id}`);
  await page.getByRole('button', { name: /Allow this type in the plan/ }).click();
  await page.getByText(/It becomes version 2 of/).waitFor();
  await page.getByRole('button', { name: 'Try out' }).click();
  await page.getByRole('button', { name: 'Save and decide again' }).click();
  await page.getByText('1 of 1 left quarantine').waitFor();
  const plan = await house.api('GET', '/api/v1/plans/shop');
  assert.equal(plan.version, 2);
  assert.deepEqual(plan.rules[0].schema.properties.properties.properties.name.type, ['string', 'number']);
  assert.deepEqual(plan.rules[1], (await house.api('GET', '/api/v1/plans/shop/versions/1')).rules[1]);
  assert.deepEqual(page.faults.filter((fault) => !/404/.test(fault)), []);
  await page.context().close();
});

test('what cannot be mended is dropped with a reason, and the record says so', async () => {
  const page = await house.visit();
  const [waiting] = (await groups()).filter(({ causes }) => causes[0].code === 'no_identifier');
  await page.goto(`${house.base}/quarantine/${waiting.id}`);
  await page.getByRole('button', { name: '시험해 보기' }).click();
  await page.getByText('0건은 수락되고 1건은 그대로 남아요').waitFor();
  assert.equal(await page.getByRole('button', { name: '다시 판단하기' }).count(), 0, 'nothing would be accepted');
  await page.getByText('고치지 않고 버리기').click();
  const drop = page.getByRole('button', { name: '1건 버리기' });
  assert.ok(await drop.isDisabled(), 'a reason is needed');
  await page.getByLabel(/^버리는 이유/).fill('시험 삼아 보낸 이벤트');
  await house.shot(page, 'quarantine-drop-ko');
  await drop.click();
  await page.getByText('기다리는 이벤트가 없어요').waitFor();
  await page.getByText('시험 삼아 보낸 이벤트').waitFor();
  await page.goto(`${house.base}/quarantine`);
  await page.getByText('복구 기록').waitFor();
  await page.getByText('버림', { exact: true }).waitFor();
  assert.equal((await groups()).length, 0);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
