import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { House } from './house.mjs';

let house;
before(async () => {
  house = await House.open();
  await house.furnish();
  await house.office();
});
after(() => house?.close());

test('an agent goes from an e-mail address to why it is one person, splits them and takes it back', async () => {
  const page = await house.visit();
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('고객, 화면 찾기').fill('hana@example.com');
  await page.getByRole('dialog').getByText('김하나').click();
  await page.getByRole('heading', { level: 1, name: '김하나' }).waitFor();
  await page.getByRole('button', { name: /주문을 완료했어요/ }).waitFor();
  await page.getByText('₩128,000').first().waitFor();
  await house.shot(page, 'agent-customer-ko');

  await page.getByRole('link', { name: '왜 한 사람인가요?' }).click();
  await page.getByRole('button', { name: /cookie-2/ }).first().click();
  await page.getByText('가장 강한 근거').waitFor();
  await house.shot(page, 'agent-why-ko');

  await page.getByRole('checkbox', { name: /cookie-2/ }).check();
  await page.getByRole('button', { name: '결과 미리 보기' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('heading', { name: '바꾼 뒤' }).waitFor();
  await house.shot(page, 'agent-split-preview-ko');
  assert.equal((await house.api('GET', '/api/v1/identity/cuts')).cuts.length, 0, 'a preview changes nothing');
  await dialog.getByLabel(/^이유/).fill('가족이 함께 쓰는 컴퓨터');
  await dialog.getByRole('button', { name: '고객 분리' }).click();
  await page.getByText('고객을 분리했어요').waitFor();
  await page.getByText('가족이 함께 쓰는 컴퓨터').waitFor();
  assert.equal((await house.api('GET', '/api/v1/identity/cuts')).cuts.length, 1);
  await page.getByRole('button', { name: '실행 취소' }).click();
  await page.getByText('되돌렸어요').waitFor();
  assert.equal((await house.api('GET', '/api/v1/identity/cuts')).cuts.length, 0);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a marketer makes a source, sends the first event and meets its customer, live', async () => {
  const page = await house.visit();
  await page.getByRole('link', { name: '소스', exact: true }).click();
  await page.getByRole('button', { name: '소스 만들기' }).first().click();
  await page.getByLabel(/^이름/).fill('새 앱');
  await page.getByRole('radio', { name: '모바일 앱' }).check();
  await page.getByRole('button', { name: '만들기', exact: true }).click();
  await page.getByText('첫 이벤트를 기다리고 있어요').waitFor();
  const made = (await house.api('GET', '/api/v1/sources')).sources.find(({ name }) => name === '새 앱');
  assert.ok((await page.getByRole('region').first().textContent()).includes(made.writeKey));
  await house.send(made, [{ type: 'identify', userId: 'u-new', traits: { name: '박새로' }, messageId: 'new-1' }]);
  await page.getByText('첫 이벤트를 받았어요').waitFor();
  await house.shot(page, 'marketer-first-event-ko');

  await page.getByRole('link', { name: '실시간으로 보기' }).click();
  await page.getByText('이벤트를 기다리고 있어요').waitFor();
  await house.send(made, [{ type: 'track', userId: 'u-new', event: 'Product Added', properties: { name: '도자기 머그', price: 18_000, currency: 'KRW' }, messageId: 'new-2' }]);
  await page.getByRole('button', { name: /장바구니에 담았어요/ }).click();
  await page.getByText('보관함').waitFor();
  await house.send(house.web, [{ type: 'track', anonymousId: 'other', event: 'Product Viewed', messageId: 'new-3' }]);
  await page.getByRole('button', { name: '잠시 멈춤' }).click();
  await house.send(made, [{ type: 'track', userId: 'u-new', event: 'Cart Viewed', messageId: 'new-4' }]);
  await page.getByRole('button', { name: '계속 (1건 대기)' }).click();
  await page.getByRole('button', { name: /장바구니를 봤어요/ }).waitFor();
  assert.equal(await page.getByText('상품을 봤어요').count(), 0, 'what the filter leaves out is not shown');
  await house.shot(page, 'marketer-live-ko');

  await page.getByRole('link', { name: 'user_id:u-new' }).click();
  await page.getByRole('heading', { level: 1, name: '박새로' }).waitFor();
  await house.send(made, [{ type: 'track', userId: 'u-new', event: 'Order Completed', properties: { order_id: 'n-1', total: 18_000, currency: 'KRW' }, messageId: 'new-5' }]);
  await page.getByRole('button', { name: /주문을 완료했어요/ }).waitFor();
  await page.goBack();
  await page.waitForURL(/\/events\?source=/);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a file becomes customers: columns are guessed, the result is seen first, and it can be taken back', async () => {
  const page = await house.visit({ language: 'en' });
  await page.goto(`${house.base}/sources/${house.files.id}/import`);
  const csv = '회원번호,이메일,이름,등급\nf-1,one@example.com,한결,VIP\nf-2,two@example.com,두나,일반\n';
  await page.locator('input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'See the result first' }).click();
  await page.getByRole('button', { name: 'Import 2' }).waitFor();
  assert.equal((await fetch(`${house.base}/api/v1/profiles/user_id:f-1`, { headers: { Authorization: `Bearer ${house.key}` } })).status, 404, 'a dry run takes nothing');
  await house.shot(page, 'import-en');
  await page.getByRole('button', { name: 'Import 2' }).click();
  await page.getByText('What became of it').waitFor();
  await page.getByRole('link', { name: 'Back to the source' }).click();
  await page.getByText(/2 rows · 2 accepted/).waitFor();
  const person = await house.api('GET', '/api/v1/profiles/email:one@example.com');
  assert.equal(person.traits.name.value, '한결');
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByText('Taken back', { exact: true }).waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('Enter while a Korean syllable is being composed chooses nothing', async () => {
  const page = await house.visit();
  const cdp = await page.context().newCDPSession(page);
  await page.keyboard.press('Control+k');
  const field = page.getByPlaceholder('고객, 화면 찾기');
  await field.focus();
  await cdp.send('Input.imeSetComposition', { text: '설저', selectionStart: 2, selectionEnd: 2 });
  await page.getByRole('dialog').getByText('설정').waitFor();
  // An input method's own Enter: key code 229 while it composes.
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 });
  assert.equal(new URL(page.url()).pathname, '/');
  await cdp.send('Input.insertText', { text: '설정' });
  assert.equal(await field.inputValue(), '설정');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${house.base}/settings`);

  await page.goto(`${house.base}/customers`);
  await page.getByLabel('고객 찾기').focus();
  for (const part of ['ㄱ', '기', '김']) await cdp.send('Input.imeSetComposition', { text: part, selectionStart: 1, selectionEnd: 1 });
  assert.equal(await page.getByLabel('고객 찾기').inputValue(), '김');
  assert.equal(new URL(page.url()).search, '', 'the address waits for the syllable');
  await cdp.send('Input.insertText', { text: '김' });
  await page.waitForURL(/\?q=/);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('the door: the owner link signs in, a wrong key does not, and who signs out is out', async () => {
  const page = await house.visit({ signedIn: false });
  await page.goto(`${house.base}/customers?show=known`);
  await page.waitForURL(/\/sign-in\?to=/);
  await page.getByLabel('관리 키', { exact: true }).fill('ink_wrong');
  await page.getByRole('button', { name: '로그인' }).click();
  await page.getByText('이런 키는 없어요').waitFor();
  await page.getByLabel('관리 키', { exact: true }).fill(house.key);
  await page.getByRole('button', { name: '로그인' }).click();
  await page.waitForURL(`${house.base}/customers?show=known`);
  assert.equal(await page.evaluate(() => document.cookie), '', 'no script sees the session');
  assert.ok(!(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).includes(house.key));
  await page.getByRole('button', { name: '로그아웃' }).click();
  await page.waitForURL(/\/sign-in/);
  await page.goto(`${house.base}/customers`);
  await page.waitForURL(/\/sign-in\?to=/);
  assert.ok(house.ownerLink, 'the first start prints a link');
  await page.goto(house.ownerLink);
  await page.getByRole('button', { name: '키 만들기' }).click();
  await page.getByRole('link', { name: '콘솔 열기' }).click();
  await page.getByRole('heading', { level: 1, name: '홈' }).waitFor();
  assert.deepEqual(page.faults.filter((fault) => !/\/owner/.test(fault)), []);
  await page.context().close();
});

const screens = () => [
  ['home', '/'],
  ['customers', '/customers'],
  ['found', '/customers?q=hana@example.com'],
  ['customer', '/c/user_id:u-1'],
  ['traits', '/c/user_id:u-1?tab=traits'],
  ['identity', '/c/user_id:u-1?tab=identity'],
  ['consents', '/c/user_id:u-1?tab=consents'],
  ['erase', '/c/user_id:u-2/erase'],
  ['past', `/c/user_id:u-1?at=${encodeURIComponent(new Date(Date.now() - 86_400_000).toISOString())}`],
  ['nobody', '/c/user_id:none'],
  ['segments', '/segments'],
  ['segment', '/segments/lookers'],
  ['segment-reach', '/segments/lookers?purpose=email_marketing'],
  ['segment-members', '/segments/lookers?tab=members'],
  ['segment-versions', '/segments/lookers?tab=versions'],
  ['segment-new', '/segments/new'],
  ['segment-edit', '/segments/lookers/edit'],
  ['segment-none', '/segments/none'],
  ['sources', '/sources'],
  ['make-source', '/sources?make=true'],
  ['source', `/sources/${house.web.id}`],
  ['files', `/sources/${house.files.id}`],
  ['import', `/sources/${house.files.id}/import`],
  ['events', '/events'],
  ['plans', '/plans'],
  ['plan', '/plans/shop?rule=track+Product+Viewed+1'],
  ['plan-edit', '/plans/shop/edit'],
  ['plan-new', '/plans/new'],
  ['plan-new-events', '/plans/new?from=events'],
  ['plan-new-model', '/plans/new?from=model'],
  ['plan-new-file', '/plans/new?from=file'],
  ['plan-none', '/plans/none'],
  ['transformations', '/transformations'],
  ['transformation', '/transformations?n=1&event=Order+Completed'],
  ['enrichers', '/enrichers'],
  ['enricher', '/enrichers/companies'],
  ['enricher-new', '/enrichers/new'],
  ['quality', '/quality'],
  ['quality-source', `/quality/${house.web.id}?event=Product+Viewed&field=properties.name`],
  ['quarantine', '/quarantine'],
  ['quarantine-group', `/quarantine/${house.group.id}`],
  ['quarantine-gone', '/quarantine/none'],
  ['purposes', '/purposes'],
  ['purpose', '/purposes/email_marketing'],
  ['purpose-new', '/purposes/new'],
  ['purpose-edit', '/purposes/email_marketing/edit'],
  ['purpose-none', '/purposes/none'],
  ['ledger', '/ledger'],
  ['requests', '/requests'],
  ['corrections', `/corrections?open=${house.correction.id}`],
  ['decisions', '/decisions'],
  ['retention', '/retention'],
  ['retention-edit', '/retention?edit=true'],
  ['processing', '/processing'],
  ['breach-open', '/breaches?open=true'],
  ['breach', `/breaches/${house.breach.id}`],
  ['labels', '/labels'],
  ['bots', '/bots'],
  ['erasures', '/erasures'],
  ['erasure', `/erasures/${house.erased.id}`],
  ['statutory', '/statutory'],
  ['suppressions', '/suppressions'],
  ['access', '/access'],
  ['access-review', '/access?view=review'],
  ['rules', '/identity'],
  ['settings', '/settings'],
];

for (const [language, theme] of [['ko', 'light'], ['ko', 'dark'], ['en', 'light'], ['en', 'dark']]) {
  test(`every screen is accessible and stays at home: ${language}, ${theme}`, async () => {
    const faults = [];
    const door = await house.visit({ language, theme, signedIn: false });
    await door.goto(`${house.base}/sign-in`);
    await door.getByRole('heading', { level: 1 }).waitFor();
    for (const fault of await house.axe(door)) faults.push(`sign-in ${fault}`);
    await door.context().close();
    const page = await house.visit({ language, theme });
    for (const [name, path] of screens()) {
      await page.goto(house.base + path);
      await page.locator('h1, [role=alert], dialog, [role=dialog]').first().waitFor();
      await page.locator('[role=status]').first().waitFor({ state: 'detached' });
      await house.shot(page, `${name}-${language}-${theme}`);
      for (const fault of await house.axe(page)) faults.push(`${name} ${fault}`);
    }
    assert.deepEqual([...faults, ...page.faults], []);
    await page.context().close();
  });
}

test('on a phone every screen can be read without scrolling sideways', async () => {
  const wide = [];
  const page = await house.visit({ width: 390, height: 844 });
  for (const [name, path] of screens()) {
    await page.goto(house.base + path);
    await page.locator('h1, [role=alert], [role=dialog]').first().waitFor();
    await page.locator('[role=status]').first().waitFor({ state: 'detached' });
    await house.shot(page, `${name}-phone`);
    const width = await page.evaluate(() => Math.max(document.documentElement.scrollWidth, document.getElementById('main')?.scrollWidth ?? 0));
    if (width > 390) wide.push(`${name}: ${width}`);
    for (const fault of await house.axe(page)) wide.push(`${name} ${fault}`);
  }
  assert.deepEqual(wide, []);
  await page.context().close();
});

test('the first load of a page is small', async () => {
  const heavy = [];
  for (const path of ['/', '/customers', '/c/user_id:u-1', '/c/user_id:u-1?tab=identity', '/c/user_id:u-1?tab=consents', '/c/user_id:u-2/erase', '/segments', '/segments/new', '/segments/lookers', '/segments/lookers/edit', '/sources', '/events', '/plans', '/plans/shop', '/plans/shop/edit', '/plans/new?from=events', '/transformations', '/enrichers', '/enrichers/companies', '/quality', `/quality/${house.web.id}?event=Product+Viewed`, '/quarantine', `/quarantine/${house.group.id}`, '/purposes', '/purposes/email_marketing', '/purposes/email_marketing/edit', '/ledger', '/requests', `/corrections?open=${house.correction.id}`, '/decisions', '/retention?edit=true', '/processing', '/breaches?open=true', `/breaches/${house.breach.id}`, '/labels', '/bots', '/erasures', `/erasures/${house.erased.id}`, '/statutory', '/suppressions', '/access', '/access?view=review', '/identity', '/settings']) {
    const page = await house.visit({ signedIn: true });
    const cookies = await page.context().cookies();
    await page.context().close();
    const fresh = await house.visit({ signedIn: false });
    await fresh.context().addCookies(cookies);
    const cdp = await fresh.context().newCDPSession(fresh);
    await cdp.send('Network.enable');
    const kinds = new Map();
    const asked = new Set();
    const again = new Set();
    const bytes = { code: 0, words: 0, letters: 0 };
    // What is asked for with the page; what a second look at the server brings later is not of the
    // load, and on a slow machine such a look may come before the first is over.
    let open = true;
    cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (asked.has(request.url)) again.add(requestId);
      asked.add(request.url);
    });
    cdp.on('Network.responseReceived', ({ requestId, type, response }) => kinds.set(requestId, type !== 'Font' ? 'code' : /assets\/letters-/.test(response.url) ? 'letters' : 'words'));
    cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (open && !again.has(requestId)) bytes[kinds.get(requestId) ?? 'code'] += encodedDataLength;
    });
    await fresh.goto(house.base + path);
    await fresh.locator('h1').first().waitFor();
    await fresh.locator('[role=status]').first().waitFor({ state: 'detached' });
    await fresh.evaluate(() => document.fonts.ready);
    open = false;
    console.log(`${path}: ${Math.round((bytes.code + bytes.words) / 1024)} KB, of which ${Math.round(bytes.words / 1024)} KB of the font; ${Math.round(bytes.letters / 1024)} KB more for letters that only data has`);
    if (bytes.code + bytes.words > 300 * 1024) heavy.push(`${path}: ${bytes.code} and ${bytes.words} of the font`);
    await fresh.context().close();
  }
  assert.deepEqual(heavy, []);
});

test('of a long list of customers the headings stay in sight, and the columns can be chosen', async () => {
  const crowd = await house.source('회원 목록', 'server');
  await fetch(`${house.base}/v1/batch`, { method: 'POST', headers: { 'X-Write-Key': crowd.writeKey }, body: JSON.stringify({ batch: Array.from({ length: 80 }, (_, n) => ({ type: 'identify', userId: `crowd-${n}`, messageId: `crowd-${n}`, traits: { name: `회원 ${n}`, city: '서울' } })) }) });
  await house.until(async () => (await house.api('GET', '/api/v1/profiles?limit=1')).counts.known >= 80);
  const page = await house.visit();
  await page.goto(`${house.base}/customers`);
  const table = page.getByRole('table');
  await table.getByRole('link').first().waitFor();
  await table.evaluate((list) => { list.scrollTop = 1_000; });
  await page.waitForFunction(() => document.querySelector('[role=table] > [role=rowgroup]:last-child > :first-child')?.getAttribute('aria-rowindex') !== '2');
  const [list, heading] = [await table.boundingBox(), await page.getByRole('columnheader', { name: '마지막 활동' }).boundingBox()];
  assert.ok(Math.abs(heading.y - list.y) <= 2, `the headings are at ${heading.y}, the list begins at ${list.y}`);

  await page.getByRole('button', { name: '표시 항목' }).click();
  const city = page.getByRole('menuitemcheckbox', { name: '도시' });
  await city.waitFor();
  assert.equal(await city.getAttribute('aria-checked'), 'false');
  await city.click();
  await page.getByRole('columnheader', { name: '도시' }).waitFor();
  assert.equal(await city.getAttribute('aria-checked'), 'true');
  await house.shot(page, 'customers-columns');
  assert.deepEqual(await house.axe(page), []);
  await page.keyboard.press('Escape');
  await city.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '표시 항목' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'menuitemcheckbox');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => document.activeElement?.textContent === '이메일');
  await page.keyboard.press(' ');
  await page.getByRole('columnheader', { name: '이메일' }).waitFor({ state: 'detached' });
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
