import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { House } from './house.mjs';

let house;
before(async () => {
  house = await House.open();
});
after(() => house?.close());

const condition = (page) => new URL(page.url()).searchParams.get('c');
const sentences = (page) => page.getByRole('group', { name: '조건 묶음: 모두 만족' }).first().locator('li').allInnerTexts();

test('a marketer goes from the first start to a live segment, alone, and sees somebody arrive', async () => {
  const page = await house.visit({ signedIn: false });
  await page.goto(house.ownerLink);
  await page.getByRole('button', { name: '키 만들기' }).click();
  await page.getByRole('link', { name: '콘솔 열기' }).click();
  await page.getByRole('heading', { name: '시작하기' }).waitFor();
  await house.shot(page, 'first-start-ko');

  await page.getByRole('link', { name: '소스 만들기' }).click();
  await page.getByLabel(/^이름/).fill('쇼핑몰');
  await page.getByRole('radio', { name: '서버' }).check();
  await page.getByRole('button', { name: '만들기', exact: true }).click();
  await page.getByText('첫 이벤트를 기다리고 있어요').waitFor();
  const shop = (await house.api('GET', '/api/v1/sources')).sources.find(({ name }) => name === '쇼핑몰');
  const order = (who, total, id) => ({ type: 'track', userId: who, event: 'Order Completed', properties: { order_id: id, total, currency: 'KRW' }, messageId: id });
  await house.send(shop, [
    { type: 'identify', userId: 'm-1', traits: { name: '한가람', email: 'garam@example.com', city: '서울' }, messageId: 'm-1' },
    order('m-1', 150_000, 'o-1'),
    { type: 'identify', userId: 'm-2', traits: { name: '최다온', email: 'daon@example.com', city: '서울' }, messageId: 'm-2' },
    order('m-2', 20_000, 'o-2'),
    { type: 'track', userId: 'm-2', event: 'Product Viewed', properties: { name: '머그' }, messageId: 'v-2' },
  ]);
  await page.getByText('첫 이벤트를 받았어요').waitFor();
  await house.until(async () => (await house.api('GET', '/api/v1/vocabulary')).events.some(({ name }) => name === 'Order Completed'));

  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('고객, 화면 찾기').fill('세그먼트 만들기');
  await page.getByRole('dialog').getByText('세그먼트 만들기').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/segments\/new/);
  await page.getByRole('textbox', { name: '원하는 고객을 글로 설명해 보세요' }).fill('최근 30일 동안 10만원 이상 구매한 뚜룽한 고객');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: '이렇게 읽었어요' }).getByText('이해하지 못한 말은 조건에 넣지 않았어요.').waitFor();
  await page.getByRole('button', { name: '주문 완료 바꾸기' }).waitFor();
  await page.getByRole('button', { name: '최근 30일 바꾸기' }).waitFor();
  assert.match(condition(page) ?? (await page.waitForURL(/c=/), condition(page)), /Order Completed/, 'the draft stands in the address');
  await house.shot(page, 'builder-described-ko');

  await page.getByRole('button', { name: '저장하고 켜기' }).click();
  await page.getByText('세그먼트 이름을 적어 주세요').waitFor();
  await page.getByRole('textbox', { name: '이름', exact: true }).fill('큰손 고객');
  await page.getByRole('button', { name: '저장하고 켜기' }).click();
  await page.waitForURL(/\/segments\/(?!new)[^/]+$/);
  await page.getByRole('heading', { level: 1, name: '큰손 고객' }).waitFor();
  await page.getByRole('table', { name: '지금 고객' }).getByRole('link', { name: '한가람' }).waitFor();
  assert.equal(await page.getByRole('table', { name: '지금 고객' }).getByRole('link', { name: '최다온' }).count(), 0);

  await house.send(shop, [order('m-2', 180_000, 'o-3')]);
  await page.getByRole('table', { name: '지금 고객' }).getByRole('link', { name: '최다온' }).waitFor();
  await page.getByText('2명', { exact: true }).waitFor();
  await page.getByText('+2', { exact: true }).waitFor();
  await house.shot(page, 'segment-arrived-ko');
  await page.getByRole('button', { name: 'user_id:m-2: 왜 포함됐나요?' }).click();
  await page.getByRole('dialog').getByText('2회 있었어요').waitFor();
  await house.shot(page, 'segment-why-ko');
  await page.keyboard.press('Escape');
  await page.getByLabel('이메일, 전화번호, 회원 번호를 붙여 넣어 주세요').fill('garam@example.com');
  await page.keyboard.press('Enter');
  await page.getByText('garam@example.com 님은 이 조건에 해당해요').waitFor();

  await page.getByRole('table', { name: '지금 고객' }).getByRole('link', { name: '최다온' }).click();
  await page.getByRole('heading', { level: 1, name: '최다온' }).waitFor();
  await page.getByRole('button', { name: '큰손 고객: 왜 포함됐나요?' }).click();
  await page.getByText('2회 있었어요').waitFor();
  await house.shot(page, 'customer-segments-ko');
  await page.getByRole('link', { name: '홈' }).first().click();
  await page.getByRole('heading', { level: 1, name: '홈' }).waitFor();
  await page.getByText('익명 0명').waitFor();
  assert.equal(await page.getByRole('heading', { name: '시작하기' }).count(), 0, 'what is done goes away');
  assert.deepEqual(page.faults.filter((fault) => !/\/owner/.test(fault)), []);
  await page.context().close();
});

test('the whole builder works by keyboard: add, fill, move, undo, do again', async () => {
  const page = await house.visit();
  await page.goto(`${house.base}/segments/new`);
  const behaviour = page.getByRole('button', { name: '행동', exact: true });
  await behaviour.waitFor();
  await behaviour.focus();
  await page.keyboard.press('Enter');
  // The new condition asks at once what it is about.
  const field = page.getByRole('dialog').getByRole('combobox', { name: '행동' });
  await field.waitFor();
  await field.fill('주문');
  await page.getByRole('option', { name: '주문 완료' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '주문 완료 바꾸기' }).waitFor();
  await page.waitForURL(/Order/);

  await page.getByRole('button', { name: '특성', exact: true }).press('Enter');
  const trait = page.getByRole('dialog').getByRole('combobox', { name: '특성' });
  await trait.fill('도시');
  await page.getByRole('option', { name: '도시' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '값 적기 바꾸기' }).press('Enter');
  await page.getByRole('dialog').getByLabel('값', { exact: true }).fill('서울');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '서울 바꾸기' }).waitFor();
  assert.deepEqual((await sentences(page)).map((text) => text.split('\n').join('').includes('도시')), [false, true]);

  // Up with the arrow: the keyboard stays on the row that moved.
  const grip = page.getByRole('button', { name: /^도시가 서울 옮기기/ });
  await grip.focus();
  await page.keyboard.press('ArrowUp');
  await page.getByRole('button', { name: /^도시가 서울 옮기기\. 2개 중 1번째/ }).waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('도시가 서울 옮기기'));
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: /^도시가 서울 옮기기\. 2개 중 2번째/ }).waitFor();
  await page.keyboard.press('Control+Shift+z');
  await page.getByRole('button', { name: /^도시가 서울 옮기기\. 2개 중 1번째/ }).waitFor();

  // Into a group of its own by the menu, and out again by the arrow.
  await grip.press('Enter');
  await page.getByRole('menuitem', { name: '묶음으로 만들기' }).press('Enter');
  await page.getByRole('group', { name: '조건 묶음: 하나라도 만족' }).waitFor();
  await page.getByRole('button', { name: /^도시가 서울 옮기기\. 1개 중 1번째/ }).focus();
  await page.keyboard.press('ArrowUp');
  await page.getByRole('button', { name: /^도시가 서울 옮기기\. 3개 중 1번째/ }).waitFor();
  await page.getByText('여기에 조건을 놓으세요').waitFor();

  // The address holds the draft: loaded again, it is there.
  await page.waitForURL(/서울|%EC%84%9C/);
  await page.reload();
  await page.getByRole('button', { name: '서울 바꾸기' }).waitFor();
  await house.shot(page, 'builder-keyboard-ko');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('what is asked of the members of an account is a group like any other, by keyboard', async () => {
  const page = await house.visit();
  await page.goto(`${house.base}/segments/new`);
  await page.getByRole('button', { name: '계정 구성원', exact: true }).press('Enter');
  const members = page.getByRole('group', { name: /^계정 구성원 조건/ });
  await members.getByText('구성원에게 물을 조건을 여기에 놓으세요').waitFor();
  await members.getByRole('combobox', { name: '구성원 가운데 몇 명에게 맞아야 하나요?' }).selectOption({ label: '구성원 모두가' });
  await members.getByRole('button', { name: '조건 추가' }).press('Enter');
  await page.getByRole('menuitem', { name: '특성', exact: true }).press('Enter');
  const trait = page.getByRole('dialog').getByRole('combobox', { name: '특성' });
  await trait.fill('plan');
  await page.getByRole('option', { name: /plan/ }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '값 적기 바꾸기' }).press('Enter');
  await page.getByRole('dialog').getByLabel('값', { exact: true }).fill('pro');
  await page.keyboard.press('Escape');
  await page.waitForURL(/pro/);
  assert.deepEqual(JSON.parse(condition(page)), { all: [{ account: { members: 'all', condition: { all: [{ trait: 'plan', operator: 'equals', value: 'pro' }] } } }] });

  // Out of the group by the arrow it is asked of the person again, and back in of the members.
  const grip = page.getByRole('button', { name: /pro 옮기기/ });
  await grip.focus();
  await page.keyboard.press('ArrowUp');
  await members.getByText('구성원에게 물을 조건을 여기에 놓으세요').waitFor();
  await page.keyboard.press('Control+z');
  await members.getByRole('button', { name: 'pro 바꾸기' }).waitFor();
  await page.waitForFunction(() => document.querySelector('[data-counting=false]'));
  await house.shot(page, 'builder-members-ko');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('conditions are dragged with the mouse, in English too', async () => {
  const page = await house.visit({ language: 'en' });
  const c = { all: [{ trait: 'city', operator: 'equals', value: '서울' }, { event: 'Order Completed', window: { last: '90 days' } }, { event: 'Product Viewed', operator: 'equals', value: 0, window: { last: '7 days' } }] };
  await page.goto(`${house.base}/segments/new?name=${encodeURIComponent('Draft')}&c=${encodeURIComponent(JSON.stringify(c))}`);
  const rows = () => page.getByRole('group', { name: 'Group of conditions: Match all' }).locator('li').allInnerTexts();
  const handle = (name) => page.getByRole('button', { name: new RegExp(`^Move ${name}`) });
  await handle('Did not do Product viewed').waitFor();
  await page.mouse.move(700, 400);
  const first = await page.getByRole('button', { name: /^Move City is/i }).boundingBox();
  const third = await handle('Did not do Product viewed').boundingBox();
  await page.mouse.move(third.x + 8, third.y + 8);
  await page.mouse.down();
  await page.mouse.move(third.x + 20, third.y - 20, { steps: 4 });
  await page.mouse.move(first.x + 60, first.y + 2, { steps: 8 });
  await page.mouse.up();
  await house.until(async () => (await rows())[0].includes('Product viewed'));

  const kind = await page.getByRole('button', { name: 'Consent', exact: true }).boundingBox();
  const last = await handle('Did Order completed').boundingBox();
  await page.mouse.move(kind.x + 20, kind.y + 12);
  await page.mouse.down();
  await page.mouse.move(kind.x + 60, kind.y + 30, { steps: 4 });
  await page.mouse.move(last.x + 60, last.y + 26, { steps: 8 });
  await page.mouse.up();
  await page.getByRole('button', { name: /^Move Consented to choose a purpose\. 4 of 4/ }).waitFor();
  await page.keyboard.press('Escape');
  await house.shot(page, 'builder-dragged-en');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('the count follows what is written, each part has its own, and everybody has a reason', async () => {
  const shop = await house.source('셈', 'server');
  const { position } = await house.send(shop, [
    { type: 'identify', userId: 'c-1', traits: { name: '한누리', tier: 'gold' }, messageId: 'c-1' },
    { type: 'identify', userId: 'c-2', traits: { tier: 'gold' }, messageId: 'c-2' },
    { type: 'track', userId: 'c-1', event: 'Ticket Opened', messageId: 'c-3' },
  ]);
  await house.counted(position);
  const page = await house.visit();
  const c = { all: [{ event: 'Ticket Opened', window: { last: '30 days' } }, { trait: 'tier', operator: 'equals', value: 'gold' }] };
  await page.goto(`${house.base}/segments/new?c=${encodeURIComponent(JSON.stringify(c))}`);
  const counted = (n) => page.waitForFunction((wanted) => document.querySelector('[data-counting=false]')?.textContent === wanted, String(n));
  await counted(1);
  await page.getByRole('img', { name: '이 조건에 맞는 고객 2명' }).waitFor();
  await page.getByRole('button', { name: /한누리: 왜 포함됐나요/ }).click();
  await page.getByText(/1회 있었어요/).waitFor();
  await page.getByLabel('이메일, 전화번호, 회원 번호를 붙여 넣어 주세요').fill('c-2');
  await page.keyboard.press('Enter');
  await page.getByText('c-2 님은 이 조건에 해당하지 않아요').waitFor();
  await page.getByText('그런 행동이 없어요').waitFor();
  await house.shot(page, 'builder-counted-ko');
  await page.getByRole('button', { name: /^문의를 최근 30일 동안 1회 이상 함 지우기/ }).click();
  await counted(2);
  await page.keyboard.press('Control+z');
  await counted(1);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
