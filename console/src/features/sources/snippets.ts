import type { Source } from '../../api/sources';

export type Snippet = { id: string; label: string; text: string };

/** What to paste where, with this source's own key and this server's own address. */
export function snippets(kind: Source['kind'], key: string, base: string): Snippet[] {
  const host = base.replace(/^https?:\/\//, '');
  const curl = {
    id: 'curl',
    label: 'curl',
    text: `curl -u '${key}:' -H 'Content-Type: application/json' \\\n  -d '{"type":"identify","userId":"test-1","traits":{"name":"Test","email":"test@example.com"}}' \\\n  '${base}/v1/identify?ack=full'`,
  };
  const browser = [
    {
      id: 'segment',
      label: 'Segment analytics.js',
      text: `import { AnalyticsBrowser } from '@segment/analytics-next';\n\nexport const analytics = AnalyticsBrowser.load(\n  { writeKey: '${key}', cdnURL: '${base}' },\n  { integrations: { 'Segment.io': { apiHost: '${host}/v1', protocol: '${base.startsWith('https') ? 'https' : 'http'}' } } },\n);\n\nanalytics.page();\nanalytics.identify('user-1', { email: 'user@example.com' });\nanalytics.track('Product Viewed', { product_id: 'p-1' });`,
    },
    {
      id: 'rudder',
      label: 'RudderStack',
      text: `import { RudderAnalytics } from '@rudderstack/analytics-js';\n\nconst analytics = new RudderAnalytics();\nanalytics.load('${key}', '${base}', { configUrl: '${base}' });\nanalytics.page();`,
    },
    { id: 'jitsu', label: 'Jitsu', text: `import { jitsuAnalytics } from '@jitsu/js';\n\nconst analytics = jitsuAnalytics({ host: '${base}', writeKey: '${key}' });\nanalytics.page();` },
  ];
  const app = [
    { id: 'swift', label: 'iOS (Swift)', text: `let configuration = Configuration(writeKey: "${key}")\n  .apiHost("${host}/v1")\n  .cdnHost("${host}/v1")\nlet analytics = Analytics(configuration: configuration)\nanalytics.track(name: "Application Opened")` },
    { id: 'kotlin', label: 'Android (Kotlin)', text: `val analytics = Analytics("${key}", applicationContext) {\n  apiHost = "${host}/v1"\n  cdnHost = "${host}/v1"\n}\nanalytics.track("Application Opened")` },
  ];
  const server = [
    { id: 'node', label: 'Node.js', text: `import { Analytics } from '@segment/analytics-node';\n\nconst analytics = new Analytics({ writeKey: '${key}', host: '${base}' });\nanalytics.track({ userId: 'user-1', event: 'Order Completed', properties: { order_id: 'o-1', total: 12900, currency: 'KRW' } });` },
    { id: 'python', label: 'Python', text: `import segment.analytics as analytics\n\nanalytics.write_key = '${key}'\nanalytics.host = '${base}'\nanalytics.track('user-1', 'Order Completed', {'order_id': 'o-1', 'total': 12900, 'currency': 'KRW'})` },
  ];
  switch (kind) {
    case 'browser':
      return [...browser, curl];
    case 'app':
      return [...app, curl];
    case 'server':
      return [curl, ...server];
    case 'import':
      return [{ id: 'import', label: './inyeon import', text: `./inyeon import customers.csv --source SOURCE --map map.json --url ${base} --dry-run` }];
  }
}
