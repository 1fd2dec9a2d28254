import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { House } from './house.mjs';

let house;
before(async () => {
  house = await House.open();
  await house.furnish();
});
after(() => house?.close());

test('an analyst writes an enricher, sees what it would ask, gives it its secret and switches it on', async () => {
  const page = await house.visit();
  await page.goto(`${house.base}/enrichers`);
  await page.getByRole('cell', { name: '예시데이터 주식회사' }).waitFor();
  await page.getByRole('link', { name: '외부 조회 만들기' }).first().click();
  await page.getByLabel('이름', { exact: true }).fill('Grades');
  await page.getByLabel('목적').selectOption('analytics');
  await page.getByLabel('받는 곳').fill('예시등급 주식회사');
  await page.getByLabel('이벤트', { exact: true }).fill('Order Completed');
  await page.getByLabel('주소', { exact: true }).fill('https://api.example.com/grades/{/properties/order_id}');
  await page.getByLabel('비밀 헤더', { exact: true }).fill('Authorization');
  await page.getByLabel('남길 특성').fill('grade = /grade');
  await page.getByLabel('남길 특성').press('Tab');
  await page.getByRole('button', { name: '버전 1 저장' }).click();
  await page.getByText('저장했어요 (버전 1)').waitFor();
  await page.waitForURL(/enrichers\/grades/);

  await page.getByLabel('Authorization').fill('Bearer top-secret');
  await page.getByRole('button', { name: '저장', exact: true }).click();
  await page.getByText('비밀 값을 저장했어요').waitFor();
  await page.getByRole('button', { name: '요청만 보기' }).click();
  await page.getByText(/조회할 수 없어요: 고객이 이 목적에 동의하지 않았어요/).waitFor();
  await house.shot(page, 'enricher-preview-ko');
  await page.getByLabel('상태', { exact: true }).selectOption('active');
  await page.getByRole('button', { name: '버전 2 저장' }).click();
  await page.getByText('저장했어요 (버전 2)').waitFor();
  const saved = await house.api('GET', '/api/v1/enrichers/grades');
  assert.equal(saved.status, 'active');
  assert.deepEqual(saved.answer, [{ from: '/grade', to: 'grade' }]);
  assert.deepEqual(saved.secrets.map(({ header, set }) => ({ header, set })), [{ header: 'Authorization', set: true }]);
  assert.ok(!JSON.stringify(saved).includes('top-secret'));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('what cannot be saved is told at its field', async () => {
  const page = await house.visit({ language: 'en' });
  await page.goto(`${house.base}/enrichers/companies`);
  await page.getByLabel('Address', { exact: true }).fill('ftp://example.com/{/userId}');
  await page.getByRole('button', { name: 'Save version 2' }).click();
  await page.getByText('An address that begins with http or https').waitFor();
  assert.equal((await house.api('GET', '/api/v1/enrichers/companies')).version, 1);
  await page.context().close();
});

test('its screens are fit for everybody, in both languages', async () => {
  const faults = [];
  for (const language of ['ko', 'en']) {
    const page = await house.visit({ language });
    for (const path of ['/enrichers', '/enrichers/companies', '/enrichers/new']) {
      await page.goto(house.base + path);
      await page.locator('h1').first().waitFor();
      await page.locator('[role=status]').first().waitFor({ state: 'detached' });
      for (const fault of await house.axe(page)) faults.push(`${language} ${path} ${fault}`);
    }
    await page.context().close();
  }
  assert.deepEqual(faults, []);
});
