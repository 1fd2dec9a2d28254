import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { House } from './house.mjs';

let house;
before(async () => {
  house = await House.open();
});
after(() => house?.close());

test('sample data comes in one click, is labelled, and goes in one click without leaving anybody', async () => {
  const page = await house.visit();
  await page.getByRole('button', { name: '샘플 넣기' }).click();
  await page.getByRole('button', { name: '샘플 지우기' }).waitFor({ timeout: 60_000 });
  await page.getByText('샘플 데이터가 들어 있어요').waitFor();
  await house.until(async () => (await house.api('GET', '/api/v1/profiles?limit=1')).counts.known === 240);
  await page.getByText('240명').first().waitFor();
  await house.shot(page, 'sample-home-ko');
  const sources = await house.api('GET', '/api/v1/sources');
  assert.deepEqual(sources.sources.map(({ name }) => name), ['샘플 쇼핑몰']);
  await page.getByRole('link', { name: '고객', exact: true }).click();
  await page.getByRole('table').getByRole('link').first().waitFor();
  await house.shot(page, 'sample-customers-ko');
  await page.getByRole('link', { name: '홈', exact: true }).click();
  await page.getByRole('button', { name: '샘플 지우기' }).click();
  await page.getByText('샘플을 지우고 있어요').waitFor();
  await house.until(async () => (await house.api('GET', '/api/v1/profiles?limit=1')).counts.known === 0, 1_200);
  // What it shows of the sample comes with the list of imports.
  await Promise.all([page.waitForResponse((response) => new URL(response.url()).pathname === '/api/v1/imports'), page.reload()]);
  await page.getByText('식별된 고객').waitFor();
  await page.getByRole('button', { name: '샘플 지우기' }).waitFor({ state: 'detached' });
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
