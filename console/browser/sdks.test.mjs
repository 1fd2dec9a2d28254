// The libraries of the Segment family, unchanged, as a shop's page has them: only the host is ours.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { House } from './house.mjs';

const require = createRequire(import.meta.url);
/** The folder of an installed package, whatever its exports name. */
const folder = (name) => require.resolve.paths(name).map((path) => join(path, name)).find((path) => {
  try { return readFileSync(join(path, 'package.json')); } catch { return false; }
});
const LIBRARIES = {
  '/segment.js': join(folder('@segment/analytics-next'), 'dist/umd/standalone.js'),
  '/rudderstack.js': join(folder('@rudderstack/analytics-js'), 'dist/npm/modern/bundled/umd/index.js'),
  '/jitsu.js': join(folder('@jitsu/js'), 'dist/jitsu.es.js'),
};

let house, shop, origin;
before(async () => {
  house = await House.open();
  shop = createServer((request, response) => {
    const path = new URL(request.url, 'http://shop').pathname;
    const library = LIBRARIES[path] ?? (path.includes('.bundle.') && join(dirname(LIBRARIES['/segment.js']), path.slice(1)));
    response.writeHead(200, { 'Content-Type': library ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(library ? readFileSync(library) : '<!doctype html><title>리넨 셔츠</title><h1>리넨 셔츠</h1>');
  });
  await new Promise((resolve) => shop.listen(0, '127.0.0.1', resolve));
  // Another origin than the server's: so it is what browsers ask of other sites that is tried.
  origin = `http://localhost:${shop.address().port}`;
});
after(async () => {
  shop?.close();
  await house?.close();
});

/** A page of the shop, and whom else than shop and server it turned to. */
async function visit() {
  // A browser without a screen says so, and is taken for the robot that it is.
  const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${house.browser.version().split('.')[0]}.0.0.0 Safari/537.36`;
  const context = await house.browser.newContext({ locale: 'ko-KR', userAgent });
  const page = await context.newPage();
  const strangers = [];
  page.on('request', (request) => {
    const { origin: to } = new URL(request.url());
    if (to !== origin && to !== house.base) strangers.push(request.url());
  });
  const failures = [];
  page.on('response', (response) => { if (response.status() >= 400) failures.push(`${response.status()} ${response.url()}`); });
  await page.goto(`${origin}/p/1?utm_source=newsletter&utm_medium=email&utm_campaign=spring`);
  return { page, strangers, failures, close: () => context.close() };
}

/** What the server makes of it, once the person has so many events. */
async function known(user, events) {
  let profile, timeline;
  await house.until(async () => {
    profile = await house.api('GET', `/api/v1/profiles/user_id:${user}`).catch(() => undefined);
    timeline = profile && (await house.api('GET', `/api/v1/profiles/user_id:${user}/events`)).events;
    return profile?.events.total >= events && timeline.length >= events;
  });
  assert.deepEqual((await house.api('GET', '/api/v1/quarantine')).events, []);
  return { profile, timeline };
}

/** The one person who looked without a name, signed up, and bought. */
function assertOnePerson({ profile, timeline }, email, library) {
  assert.equal(profile.traits.email.value, email);
  assert.deepEqual(profile.identifiers.map(({ type }) => type).sort(), ['anonymous_id', 'email', 'user_id']);
  assert.equal(profile.events.byName['Product Viewed'].count, 1);
  assert.equal(profile.events.byName['Order Completed'].count, 1);
  assert.deepEqual([profile.commerce.orders, profile.commerce.revenue, profile.commerce.currency], [1, 128000, 'KRW']);
  const said = timeline.map(({ body }) => JSON.parse(body));
  for (const event of said) assert.match(event.context.library.name, library);
  assert.ok(said.some(({ context }) => context.campaign?.source === 'newsletter'), 'the campaign came');
}

test('Segment: analytics-next', async () => {
  const source = await house.source('Segment', 'browser');
  const { page, strangers, failures, close } = await visit();
  await page.evaluate(async ({ key, base, src }) => {
    const analytics = (window.analytics = []);
    for (const method of ['page', 'track', 'identify', 'load', 'ready']) analytics[method] = (...args) => { analytics.push([method, ...args]); return analytics; };
    analytics._writeKey = key;
    analytics._cdn = base;
    analytics._loadOptions = { integrations: { 'Segment.io': { apiHost: `${base.replace('http://', '')}/v1`, protocol: 'http' } } };
    analytics.SNIPPET_VERSION = '5.2.1';
    analytics.page();
    analytics.track('Product Viewed', { name: '리넨 셔츠', price: 59000 });
    await new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement('script'), { src, onload: resolve, onerror: reject });
      script.dataset.globalSegmentAnalyticsKey = 'analytics';
      document.head.append(script);
    });
    await new Promise((resolve) => window.analytics.ready(resolve));
    await window.analytics.identify('segment-1', { email: 'segment@example.com' });
    await window.analytics.track('Order Completed', { order_id: 's-1', revenue: 128000, total: 128000, currency: 'KRW' });
  }, { key: source.writeKey, base: house.base, src: `${origin}/segment.js` });
  assertOnePerson(await known('segment-1', 4), 'segment@example.com', /analytics/);
  assert.deepEqual([...strangers, ...failures], []);
  await close();
});

test('RudderStack: analytics-js', async () => {
  const source = await house.source('RudderStack', 'browser');
  const { page, strangers, failures, close } = await visit();
  await page.addScriptTag({ url: `${origin}/rudderstack.js` });
  await page.evaluate(async ({ key, base }) => {
    const { RudderAnalytics } = window.rudderanalytics ?? window.RudderAnalytics ?? {};
    const analytics = new (RudderAnalytics ?? window.RudderAnalytics)();
    analytics.load(key, base, { configUrl: base });
    analytics.page();
    analytics.track('Product Viewed', { name: '리넨 셔츠', price: 59000 });
    await new Promise((resolve) => analytics.ready(resolve));
    analytics.identify('rudder-1', { email: 'rudder@example.com' });
    analytics.track('Order Completed', { order_id: 'r-1', revenue: 128000, total: 128000, currency: 'KRW' });
  }, { key: source.writeKey, base: house.base });
  assertOnePerson(await known('rudder-1', 4), 'rudder@example.com', /Rudder/i);
  assert.deepEqual([...strangers, ...failures], []);
  await close();
});

test('Jitsu: @jitsu/js', async () => {
  const source = await house.source('Jitsu', 'browser');
  const { page, strangers, failures, close } = await visit();
  await page.evaluate(async ({ key, base, src }) => {
    const { jitsuAnalytics } = await import(src);
    const analytics = jitsuAnalytics({ host: base, writeKey: key });
    await analytics.page();
    await analytics.track('Product Viewed', { name: '리넨 셔츠', price: 59000 });
    await analytics.identify('jitsu-1', { email: 'jitsu@example.com' });
    await analytics.track('Order Completed', { order_id: 'j-1', revenue: 128000, total: 128000, currency: 'KRW' });
  }, { key: source.writeKey, base: house.base, src: `${origin}/jitsu.js` });
  assertOnePerson(await known('jitsu-1', 4), 'jitsu@example.com', /jitsu/i);
  assert.deepEqual([...strangers, ...failures], []);
  await close();
});
