// A server with a small shop in it, and a browser before it. Everything is real: the jar that was
// built, Chromium, and events that come by the tracking API.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const KEY = 'ink_0123456789abcdefghjkmnpqrstvwxyz';
const axe = readFileSync(join(import.meta.dirname, '../node_modules/axe-core/axe.min.js'), 'utf8');
const SCREENS = join(import.meta.dirname, '../target/screens');

export class House {
  static async open() {
    const house = new House();
    house.folder = mkdtempSync(join(tmpdir(), 'inyeon-console-'));
    await house.serve();
    house.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    mkdirSync(SCREENS, { recursive: true });
    return house;
  }

  serve() {
    const env = { ...process.env, INYEON_ADMIN_KEY: KEY };
    for (const name of Object.keys(env)) if (name.startsWith('INYEON_') && name !== 'INYEON_ADMIN_KEY') delete env[name];
    this.server = spawn(join(process.env.JDK, 'bin/java'), ['-Xmx512m', '-XX:+UseCompactObjectHeaders', '--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow', '-jar', process.env.JAR, 'serve', '--data', this.folder, '--port', '0'], { env });
    return new Promise((resolve, reject) => {
      let said = '';
      const listen = (chunk) => {
        said += chunk;
        const ready = /ready on (http:\S+)/.exec(said);
        const link = /Owner link[^:]*: (\S+)/.exec(said);
        if (link) this.ownerLink = link[1];
        if (ready) {
          this.base = ready[1];
          resolve();
        }
      };
      this.server.stdout.on('data', listen);
      this.server.stderr.on('data', listen);
      this.server.on('exit', () => reject(new Error(`the server ended: ${said}`)));
    });
  }

  async close() {
    await this.browser?.close();
    const ended = new Promise((resolve) => this.server.once('exit', resolve));
    this.server.removeAllListeners('exit');
    this.server.once('exit', () => {});
    this.server.kill('SIGTERM');
    await Promise.race([ended, new Promise((resolve) => this.server.once('close', resolve))]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  async api(method, path, body) {
    for (;;) {
      const response = await fetch(this.base + path, { method, headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' }, ...(body ? { body: JSON.stringify(body) } : {}) });
      const said = await response.text();
      if (response.ok) return JSON.parse(said);
      // Reads with `at-least` that have not come as far within some seconds are to be asked again.
      if (response.status !== 409 || JSON.parse(said).code !== 'not_yet') throw new Error(`${method} ${path} answered ${response.status}: ${said}`);
    }
  }

  source(name, kind) {
    return this.api('POST', '/api/v1/sources', { name, kind });
  }

  /** Sends events, and waits until they can be read. */
  async send(source, batch) {
    const response = await fetch(`${this.base}/v1/batch?ack=full`, { method: 'POST', headers: { 'X-Write-Key': source.writeKey }, body: JSON.stringify({ batch, sentAt: new Date().toISOString() }) });
    const said = await response.json();
    if (!response.ok) throw new Error(`the batch was refused: ${JSON.stringify(said)}`);
    await this.api('GET', `/api/v1/quarantine?at-least=${said.position}`);
    return said;
  }

  /** Waits until what segments are counted from has a position; it follows what is decided, and is made anew after an erasure. */
  counted(position) {
    return this.until(() => this.api('POST', `/api/v1/segments/preview?at-least=${position}`, { condition: { trait: 'name', operator: 'exists' } }).catch((refused) => {
      if (!/answered 503/.test(refused.message)) throw refused;
    }));
  }

  /** A shop with a few people, one of whom is known by several names. */
  async furnish() {
    const web = await this.source('쇼핑몰 웹', 'browser');
    const server = await this.source('주문 서버', 'server');
    const files = await this.source('고객 명단', 'import');
    const minutes = (n) => new Date(Date.now() - n * 60_000).toISOString();
    const track = (who, event, properties, ago) => ({ type: 'track', event, properties, timestamp: minutes(ago), messageId: `${event}-${JSON.stringify(who)}-${ago}`, ...who });
    await this.send(web, [
      { type: 'page', anonymousId: 'cookie-1', name: '메인', timestamp: minutes(3_000), messageId: 'p-1' },
      track({ anonymousId: 'cookie-1' }, 'Product Viewed', { name: '리넨 셔츠', price: 59_000, currency: 'KRW' }, 2_999),
      { type: 'identify', anonymousId: 'cookie-1', userId: 'u-1', traits: { name: '김하나', email: 'hana@example.com', city: '서울' }, timestamp: minutes(2_998), messageId: 'i-1' },
      { type: 'identify', anonymousId: 'cookie-2', userId: 'u-1', traits: { email: 'hana@example.com', city: '부산' }, timestamp: minutes(1_500), messageId: 'i-2' },
      track({ anonymousId: 'cookie-9' }, 'Product Viewed', { name: '머그' }, 60),
      { type: 'track', event: 'Product Viewed', messageId: 'nobody' },
    ]);
    await this.send(server, [
      { type: 'identify', userId: 'u-1', traits: { email: 'hana@example.com', phone: '010-0000-1234', grade: 'VIP' }, timestamp: minutes(1_400), messageId: 'i-3' },
      track({ userId: 'u-1' }, 'Order Completed', { order_id: 'o-1', total: 128_000, currency: 'KRW', products: [{ name: '리넨 셔츠' }] }, 1_300),
      { type: 'track', userId: 'u-1', event: 'Consent Granted', properties: { purpose: 'marketing', channel: 'web' }, timestamp: minutes(1_200), messageId: 'c-1' },
      { type: 'identify', userId: 'u-2', traits: { name: '이두리', email: 'duri@example.com' }, timestamp: minutes(900), messageId: 'i-4' },
    ]);
    await this.segment({ id: 'lookers', name: '상품을 본 고객', folder: '영업', labels: ['조회'], condition: { all: [{ event: 'Product Viewed', window: { last: '30 days' } }, { any: [{ trait: 'grade', operator: 'in', values: ['VIP', '골드'] }, { trait: 'city', operator: 'not_exists' }] }] } });
    await this.segment({ id: 'known', name: '이름을 아는 고객', condition: { trait: 'name', operator: 'exists' } });
    await this.api('POST', '/api/v1/segments', { id: 'later', name: '다음에 쓸 세그먼트', condition: { none: [{ segment: 'known' }] } });
    await this.api('PUT', '/api/v1/transformations', {
      transformations: [
        { id: 'prices', name: '글자로 온 가격', events: ['Product Viewed', 'Order Completed'], steps: [{ do: 'cast', path: '/properties/price', to: 'number' }, { do: 'default', path: '/properties/currency', value: 'KRW' }] },
        { id: 'stores', name: '매장 이름', enabled: false, when: { event: 'Order Completed', where: [{ property: 'total', operator: 'gt', value: 1000 }] }, steps: [{ do: 'lookup', path: '/properties/store', table: 'stores', to: 'store_name' }, { do: 'map', path: '/traits/gender', values: { M: 'male', F: 'female' } }] },
      ],
      tables: { stores: { '001': '강남점' } }, reason: '앱이 가격을 글자로 보냄',
    });
    await this.api('PUT', '/api/v1/enrichers/companies', {
      name: '회사 정보', status: 'paused', events: ['Order Completed'], purpose: 'profiling', recipient: '예시데이터 주식회사',
      request: { url: 'https://api.example.com/v1/companies/{/properties/order_id}' },
      answer: [{ from: '/company/name', to: 'company_name' }], reason: '영업팀 요청',
    });
    await this.api('PUT', '/api/v1/plans/shop', {
      name: '쇼핑몰 계획', description: '상품을 보고 주문하기까지', models: ['privacy'], sources: [{ source: web.id, unplannedEvents: 'allow', unplannedProperties: 'omit', violations: 'quarantine' }],
      rules: [
        { event: 'Product Viewed', description: '상품 상세를 열었을 때', schema: { type: 'object', properties: { properties: { type: 'object', properties: { name: { type: 'string' }, price: { type: 'number', minimum: 0 }, currency: { type: 'string', enum: ['KRW', 'USD'] }, products: { type: 'array', items: { type: 'object', properties: { sku: { type: 'string' } } } } }, required: ['name'] } } } },
        { event: 'Order Completed', version: '2', schema: { type: 'object', properties: { properties: { type: 'object', properties: { order_id: { type: 'string' }, total: { type: 'number' } }, required: ['order_id', 'total'] } }, required: ['properties'] } },
        { call: 'identify', schema: { type: 'object', properties: { traits: { type: 'object', properties: { email: { type: 'string', format: 'email' } } } } } },
      ],
    });
    // Two that break the plan, and wait for somebody to mend them.
    await this.send(web, [1, 2].map((n) => track({ userId: `u-${n}` }, 'Product Viewed', { price: 1_000 * n }, 10 + n)));
    this.group = (await this.api('GET', '/api/v1/quarantine/groups')).groups.find(({ causes }) => causes[0].code === 'missing_property');
    await this.api('POST', '/api/v1/consents', { profile: 'user_id:u-1', channel: 'web', consents: [{ purpose: 'email_marketing', decision: 'granted', language: 'ko' }] });
    await this.send(server, [{ type: 'identify', userId: 'u-3', traits: { name: '삭제될 사람', email: 'gone@example.com' }, timestamp: minutes(800), messageId: 'i-5' }, track({ userId: 'u-3' }, 'Order Completed', { order_id: 'o-3', total: 30_000, currency: 'KRW' }, 700)]);
    await this.api('POST', '/api/v1/suppressions', { items: [{ channel: 'email', profile: 'email:gone@example.com', reason: '수신 거부 요청' }, { channel: 'all', profile: 'phone:010-0000-9999', reason: '반송', expiresAt: new Date(Date.now() + 86_400_000 * 30).toISOString() }] });
    const erased = await this.api('POST', '/api/v1/erasures', { profile: 'user_id:u-3', reason: '3월 3일 고객 요청' });
    await this.api('POST', '/api/v1/rights-requests', { profile: 'user_id:u-1', kind: 'access' });
    Object.assign(this, { web, serverSource: server, files, erased });
  }

  /** What an office has on its desk: rules of retention, a breach, requests, a field with a label, a robot that came. */
  async office() {
    const minutes = (n) => new Date(Date.now() - n * 60_000).toISOString();
    await this.send(this.web, [{ type: 'page', anonymousId: 'crawler', name: '메인', timestamp: minutes(30), messageId: 'bot-1', context: { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' } }]);
    await this.send(this.serverSource, [
      { type: 'identify', userId: 'u-4', traits: { email: 'sae@example.com', phone: '010-0000-4444', card: '4111 1111 1111 1111', city: '대구' }, timestamp: minutes(20), messageId: 'i-6' },
      ...Array.from({ length: 12 }, (_, n) => ({ type: 'identify', userId: 'u-4', traits: { contact: `help${n}@example.com` }, timestamp: minutes(19), messageId: `contact-${n}` })),
      { type: 'track', userId: 'u-4', event: 'Old Banner Shown', properties: { place: 'top' }, timestamp: new Date(Date.now() - 400 * 86_400_000).toISOString(), messageId: 'old-1' },
    ]);
    await this.api('PUT', '/api/v1/labels', { unlabelled: 'shown', labels: [{ field: '/traits/phone', class: 'personal', purposes: ['sms_marketing'], note: '문자 발송에만' }], reason: '처음 정함' });
    await this.api('PUT', '/api/v1/record-of-processing/controller', { name: '인연상점', officer: '개인정보 보호책임자', contact: 'privacy@example.com', security: '접근 통제', transfers: [{ recipient: 'Example Cloud', country: 'US', purpose: '서버 운영', items: '이메일' }] });
    this.breach = await this.api('POST', '/api/v1/breaches', { source: this.web.id, reason: '쓰기 키가 공개됨' });
    this.correction = await this.api('POST', '/api/v1/rights-requests', { profile: 'user_id:u-4', kind: 'rectification', words: '대구가 아니라 광주에 살아요' });
    await this.api('POST', '/api/v1/rights-requests', { profile: 'user_id:u-4', kind: 'automated-decision', about: 'known' });
    await this.api('POST', '/api/v1/restrictions', { profile: 'user_id:u-2', purposes: [], automatedDecisions: true, reason: '전화로 요청' });
    await this.until(async () => (await this.api('GET', '/api/v1/labels/proposals')).proposals.filter(({ field }) => field === '/traits/email' || field === '/traits/contact').length === 2);
  }

  /** A segment that is on, once its history is counted. */
  async segment(document) {
    await this.api('POST', '/api/v1/segments', { status: 'active', ...document });
    await this.until(async () => (await this.api('GET', `/api/v1/segments/${document.id}`)).ready);
  }

  /** Asks until something holds; a slow machine has time. */
  async until(holds, most = 1_200) {
    for (let asked = 0; !(await holds()); asked++) {
      if (asked > most) throw new Error('it never came to be');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** A window of its own. What a page must never do is collected in `faults`. */
  async visit({ language = 'ko', theme = 'light', width = 1440, height = 900, signedIn = true } = {}) {
    const context = await this.browser.newContext({ viewport: { width, height }, locale: language === 'ko' ? 'ko-KR' : 'en-GB', timezoneId: 'Asia/Seoul', reducedMotion: 'reduce' });
    await context.addInitScript(([l, c]) => {
      if (!localStorage.getItem('inyeon-language')) localStorage.setItem('inyeon-language', l);
      if (!localStorage.getItem('inyeon-theme')) localStorage.setItem('inyeon-theme', c);
    }, [language, theme]);
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.faults = [];
    page.on('pageerror', (error) => page.faults.push(`error: ${error.message}`));
    page.on('console', (message) => {
      // A 401 at the door and a 404 for nobody are answers, which the browser tells as errors.
      if (message.type() === 'error' && !/status of (401|404)/.test(message.text())) page.faults.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(this.base) && !request.url().startsWith('data:')) page.faults.push(`off the origin: ${request.url()}`);
    });
    if (signedIn) {
      await page.goto(`${this.base}/sign-in#key=${KEY}`);
      await page.waitForURL(`${this.base}/`);
      // The sign-in's own heading stands for a moment after the address has changed. What is live
      // has its keys and its stream, too: they come with the shell, one moment after it is drawn.
      await page.locator('header [data-state="well"], header [data-state="ill"]').waitFor();
      await page.locator('main h1').first().waitFor();
    }
    return page;
  }

  key = KEY;

  async shot(page, name) {
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(SCREENS, `${name}.png`) });
  }

  /** What WCAG 2.2 AA finds fault with. */
  async axe(page) {
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
    return found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => `${node.target} ${node.any[0]?.message ?? ''}`).slice(0, 3).join(' | ')}`);
  }
}
