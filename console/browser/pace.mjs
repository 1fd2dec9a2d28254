// How long after a click, a key or a wheel the next picture stands, with 100,000 customers in the list
// and with 200 events a second on the screen: node browser/pace.mjs [CUSTOMERS]. It prints and judges
// nothing; what it prints is in DECISIONS.md.
//   CHROMIUM=/usr/bin/chromium JDK=$JAVA_HOME JAR=../runtime/target/inyeon.jar node browser/pace.mjs
import { House } from './house.mjs';

const CUSTOMERS = Number(process.argv[2] ?? 100_000);
const BATCH = 500;
const PER_SECOND = 200;

const house = await House.open();
const source = await house.source('서버', 'server');
const post = (batch) => fetch(`${house.base}/v1/batch`, { method: 'POST', headers: { 'X-Write-Key': source.writeKey }, body: JSON.stringify({ batch }) }).then((response) => response.arrayBuffer());

/** What the page's own measure says: from the input to the next paint, of each interaction. */
async function watch(page) {
  await page.evaluate(() => {
    window.paces = [];
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => entry.interactionId && window.paces.push(entry.duration))).observe({ type: 'event', durationThreshold: 16, buffered: false });
  });
}
async function told(page, what) {
  const paces = (await page.evaluate(() => window.paces)).sort((a, b) => a - b);
  const at = (part) => paces[Math.min(paces.length - 1, Math.floor(paces.length * part))] ?? 0;
  console.log(`${what}: ${paces.length} slower than 16 ms; median of these ${at(0.5)} ms, 98 % ${at(0.98)} ms, slowest ${at(1)} ms`);
}

for (let from = 0; from < CUSTOMERS; from += BATCH * 4) {
  await Promise.all([0, 1, 2, 3].map((part) => post(Array.from({ length: BATCH }, (_, i) => from + part * BATCH + i).filter((n) => n < CUSTOMERS).map((n) => ({ type: 'identify', userId: `u-${n}`, messageId: `p-${n}`, traits: { name: `고객 ${n}`, email: `c${n}@example.com`, city: '서울' } })))));
}
await house.until(async () => { const { counts } = await house.api('GET', '/api/v1/profiles?limit=1'); return counts.known >= CUSTOMERS; }, 6_000);
console.log(`${CUSTOMERS} customers`);

const page = await house.visit();
await page.goto(`${house.base}/customers`);
const table = page.getByRole('table');
await table.waitFor();
const rows = () => page.evaluate(() => Math.round(document.querySelector('[role=table] > [role=rowgroup]:last-child').getBoundingClientRect().height / 44));
let filled = 0;
await house.until(async () => {
  await page.evaluate(() => { const list = document.querySelector('[role=table]'); list.scrollTop = list.scrollHeight; });
  const now = await rows();
  if (Math.floor(now / 20_000) > Math.floor(filled / 20_000)) console.log(`${now} rows in the list`);
  filled = now;
  return now >= CUSTOMERS;
}, 60_000);
await watch(page);
await table.hover();
for (let i = 0; i < 15; i++) await page.mouse.wheel(0, -4_000);
for (let i = 0; i < 5; i++) await page.keyboard.press('PageUp');
await table.click({ position: { x: 300, y: 200 } });
for (let i = 0; i < 8; i++) {
  await page.keyboard.press(i % 2 ? 'PageDown' : 'PageUp');
  await page.getByRole('button', { name: '표시 항목' }).click();
  await page.getByRole('menuitemcheckbox', { name: '도시' }).click();
  await page.keyboard.press('Escape');
}
await told(page, `the list, ${filled} rows`);

await page.goto(`${house.base}/events`);
let sent = 0;
const flow = setInterval(() => { void post(Array.from({ length: PER_SECOND / 10 }, () => ({ type: 'track', userId: `u-${sent % CUSTOMERS}`, event: 'Product Viewed', properties: { name: '머그', price: 12_000 }, messageId: `e-${sent++}` }))); }, 100);
await page.getByRole('button', { name: /상품을 봤어요/ }).first().waitFor();
await watch(page);
for (let i = 0; i < 12; i++) {
  await page.getByRole('button', { name: /상품을 봤어요/ }).nth(3).click({ force: true, noWaitAfter: true }).catch(() => undefined);
  await page.getByRole('button', { name: /잠시 멈춤|계속/ }).click();
  await page.getByRole('textbox', { name: '내용' }).press('x');
  await page.getByRole('textbox', { name: '내용' }).press('Backspace');
}
clearInterval(flow);
await told(page, `live events, ${PER_SECOND} a second`);
await house.close();
