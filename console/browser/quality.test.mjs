// Data quality as an analyst meets it: sources, an event's fields, and who reads one of them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { House } from './house.mjs';

let house;
before(async () => {
  house = await House.open();
  await house.furnish();
});
after(() => house?.close());

test('from a source to a field that is often missing, and to the segments that read it', async () => {
  const page = await house.visit();
  await page.goto(`${house.base}/`);
  await page.getByRole('link', { name: '데이터 품질' }).click();
  await page.waitForURL(/\/quality$/);
  await page.getByText('나빠진 것이 없어요.').waitFor();
  await house.shot(page, 'quality-ko');
  await page.getByRole('table').getByRole('link', { name: house.web.name }).click();
  await page.getByRole('heading', { name: '지난 이틀' }).waitFor();
  await page.getByText('알아가는 중').waitFor();
  await page.getByRole('link', { name: 'Product Viewed', exact: true }).click();
  const fields = page.getByRole('region', { name: 'Product Viewed의 항목' });
  const row = fields.getByRole('row').filter({ hasText: 'properties.price' });
  await row.getByText('숫자').waitFor();
  await row.getByRole('link', { name: 'properties.price' }).click();
  await page.getByRole('heading', { name: 'properties.price의 계보' }).waitFor();
  await page.goto(`${house.base}/quality/${house.web.id}?event=Product+Viewed&field=properties.name`);
  await page.getByText('쓰는 곳').waitFor();
  await house.shot(page, 'quality-source-ko');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('in English, and a source that is not there says so', async () => {
  const page = await house.visit({ language: 'en', theme: 'dark' });
  await page.goto(`${house.base}/quality/${house.web.id}?event=Product+Viewed`);
  await page.getByRole('region', { name: 'Fields of Product Viewed' }).waitFor();
  await house.shot(page, 'quality-source-en');
  await page.goto(`${house.base}/quality/src_none`);
  await page.getByRole('alert').waitFor();
  await page.context().close();
});
