import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { House } from './house.mjs';

let house;
before(async () => {
  house = await House.open();
  await house.furnish();
});
after(() => house?.close());

test('an analyst makes a plan of what came lately, tightens it, tries it out and saves it', async () => {
  const page = await house.visit();
  await page.goto(`${house.base}/plans`);
  await page.getByRole('row').filter({ hasText: '주문 서버' }).getByText('계획 없음').waitFor();
  await page.getByRole('row').filter({ hasText: '주문 서버' }).getByRole('link', { name: '최근 이벤트로 만들기' }).click();
  await page.waitForURL(/from=events/);
  await page.getByRole('button', { name: '살펴보기' }).click();
  await page.getByText(/이벤트 \d+건에서 \d가지를 찾았어요/).waitFor();
  await house.shot(page, 'plan-inferred-ko');
  await page.getByRole('button', { name: '이 계획으로 시작' }).click();
  await page.getByRole('textbox', { name: '이름', exact: true }).first().waitFor();
  await page.getByRole('textbox', { name: '이름', exact: true }).first().fill('Order server');
  await page.getByRole('list', { name: '이벤트', exact: true }).getByRole('button', { name: /Order Completed/ }).click();
  // A field that every order must have, of one of two values.
  await page.getByRole('button', { name: 'currency 자세히' }).click();
  await page.getByLabel('고를 수 있는 값').fill('KRW\nUSD');
  await page.getByLabel('형식', { exact: true }).focus();
  await page.getByRole('button', { name: '항목 추가', exact: true }).click();
  const fresh = page.getByRole('textbox', { name: '이름', exact: true }).last();
  await fresh.fill('coupon');
  await fresh.press('Enter');
  await page.getByRole('checkbox', { name: 'coupon 필수' }).check();
  await page.getByRole('combobox', { name: '형식 위반' }).selectOption('quarantine');
  await house.shot(page, 'plan-editing-ko');
  await page.getByRole('button', { name: '최근 이벤트로 시험하기' }).click();
  await page.getByRole('button', { name: '시험해 보기' }).click();
  await page.getByText('꼭 있어야 할 항목이 없어요').waitFor();
  await page.getByText('/properties/coupon').waitFor();
  assert.equal((await house.api('GET', '/api/v1/plans')).plans.length, 1, 'trying saves nothing');
  await page.getByLabel(/^이유/).fill('쿠폰을 꼭 보내기로 함');
  await page.getByRole('button', { name: '계획 저장' }).click();
  await page.waitForURL(/\/plans\/order-server$/);
  const saved = await house.api('GET', '/api/v1/plans/order-server');
  const rule = saved.rules.find(({ event }) => event === 'Order Completed');
  assert.deepEqual(rule.schema.properties.properties.properties.currency.enum, ['KRW', 'USD']);
  assert.ok(rule.schema.properties.properties.required.includes('coupon'));
  assert.ok(rule.schema.required.includes('properties'), 'what must have fields must be there');
  assert.equal(saved.sources[0].violations, 'quarantine');

  await house.send(house.serverSource, [{ type: 'track', event: 'Order Completed', userId: 'u-1', messageId: 'no-coupon', properties: { order_id: 'o-9', total: 1_000, currency: 'KRW' } }]);
  await page.reload();
  const seen = page.getByRole('region').filter({ hasText: '격리된 위반' }).or(page.locator('section').filter({ hasText: '격리된 위반' })).last();
  await seen.getByRole('link', { name: /꼭 있어야 할 항목이 없어요.*coupon/ }).click();
  await page.waitForURL(/\/quarantine/);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('before a plan allows less, it is said what that is and who reads it', async () => {
  const page = await house.visit();
  await page.goto(`${house.base}/plans/shop/edit`);
  await page.getByRole('list', { name: '이벤트', exact: true }).getByRole('button', { name: /Order Completed/ }).click();
  await page.getByRole('button', { name: 'order_id 자세히' }).click();
  await page.getByLabel('고를 수 있는 값').fill('o-1\no-2');
  await page.getByLabel('형식', { exact: true }).focus();
  await page.getByLabel(/^이유/).fill('주문 번호를 줄임');
  await page.getByRole('button', { name: '버전 2 저장' }).click();
  const broken = page.getByRole('list', { name: '깨질 수 있는 항목' });
  await broken.getByText('Order Completed · properties.order_id').waitFor();
  await broken.getByText('허용하는 값 기준이 까다로워져요: 제한 없음 → o-1, o-2').waitFor();
  await broken.getByText('이 항목을 쓰는 외부 조회: 회사 정보').waitFor();
  await page.getByRole('button', { name: '그래도 저장' }).waitFor();
  assert.equal((await house.api('GET', '/api/v1/plans/shop')).version, 1, 'what it breaks is seen before it is saved');
  await house.shot(page, 'plan-breaks-ko');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a plan is changed: what is wrong stands at its event, versions are compared, an older one is shown', async () => {
  const page = await house.visit({ language: 'en' });
  await page.goto(`${house.base}/plans/shop/edit`);
  await page.getByRole('button', { name: 'Add an event' }).click();
  await page.waitForURL(/n=3/);
  await page.getByRole('button', { name: 'Save version 2' }).click();
  await page.getByText('Name the event').first().waitFor();
  assert.equal((await house.api('GET', '/api/v1/plans/shop')).version, 1);
  await house.shot(page, 'plan-wrong-en');
  await page.getByLabel('Name of the event').fill('Cart Viewed');
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.equal(await page.getByLabel('Name of the event').inputValue(), '', 'a name is undone as a whole');
  await page.getByRole('button', { name: 'Redo' }).click();
  assert.equal(await page.getByLabel('Name of the event').inputValue(), 'Cart Viewed');
  // What the table cannot say is written in JSON Schema, and stays when the table is used.
  await page.getByText('JSON Schema', { exact: true }).first().click();
  const json = page.getByRole('textbox', { name: 'JSON Schema', exact: true });
  await json.fill('{"type": "object", "allOf": [{"required": ["properties"]}], "properties": {"properties": {"type": "object", "properties": {"cart_id": {"type": "string"}}}}}');
  await json.blur();
  await page.getByText('Fields', { exact: true }).first().click();
  await page.getByText('There are rules that the table does not show').waitFor();
  await page.getByRole('checkbox', { name: 'cart_id is required' }).check();
  await page.getByLabel(/^Reason/).fill('carts, too');
  await page.getByRole('button', { name: 'Save version 2' }).click();
  await page.waitForURL(/\/plans\/shop$/);
  const saved = await house.api('GET', '/api/v1/plans/shop');
  assert.deepEqual(saved.rules[3].schema.allOf, [{ required: ['properties'] }]);
  assert.deepEqual(saved.rules[3].schema.properties.properties.required, ['cart_id']);
  assert.deepEqual(saved.rules[0], (await house.api('GET', '/api/v1/plans/shop/versions/1')).rules[0], 'what nobody touched is as it was');
  await page.getByRole('button', { name: 'Show differences' }).click();
  await page.getByRole('list', { name: 'Show differences' }).getByText('track Cart Viewed 1').waitFor();
  await house.shot(page, 'plan-diff-en');
  await page.getByRole('link', { name: 'Version 1' }).click();
  await page.getByText('Past version 1').waitFor();
  assert.equal(await page.getByText('Cart Viewed').count(), 0);
  assert.deepEqual(page.faults.filter((fault) => !/422/.test(fault)), []);
  await page.context().close();
});

test('a plan comes from a file: a schema that names no event is asked for its name', async () => {
  const page = await house.visit();
  await page.goto(`${house.base}/plans/new?from=file`);
  const schema = { type: 'object', properties: { amount: { type: 'number' } }, required: ['amount'] };
  await page.locator('input[type=file]').setInputFiles({ name: 'donation.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(schema)) });
  await page.getByLabel('이벤트 이름').fill('Donation Made');
  await page.getByRole('button', { name: '다시 읽기' }).click();
  await page.getByText('이벤트 1가지를 읽었어요.').waitFor();
  await page.getByRole('button', { name: '이 계획으로 시작' }).click();
  await page.getByRole('checkbox', { name: 'amount 필수' }).waitFor();
  assert.ok(await page.getByRole('checkbox', { name: 'amount 필수' }).isChecked());
  await page.getByRole('textbox', { name: '이름', exact: true }).first().fill('기부');
  await page.getByRole('button', { name: '계획 저장' }).click();
  await page.waitForURL(/\/plans\/plan$/);
  await page.goto(`${house.base}/plans/new?from=file`);
  await page.locator('input[type=file]').setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"a": ') });
  await page.getByText('JSON을 읽을 수 없어요').waitFor();
  assert.deepEqual(page.faults.filter((fault) => !/422/.test(fault)), []);
  await page.context().close();
});
