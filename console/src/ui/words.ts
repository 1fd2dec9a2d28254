import type { Happened } from '../api/people';
import type { Tone } from './layout';

/** Events of the public specification, and what a marketer calls them. */
const EVENTS: Record<string, string> = {
  'Product Viewed': 'product_viewed', 'Product List Viewed': 'list_viewed', 'Product List Filtered': 'list_viewed', 'Products Searched': 'searched', 'Product Clicked': 'product_clicked',
  'Product Added': 'product_added', 'Product Removed': 'product_removed', 'Product Added to Wishlist': 'wished', 'Cart Viewed': 'cart_viewed', 'Checkout Started': 'checkout_started',
  'Checkout Step Viewed': 'checkout_step', 'Checkout Step Completed': 'checkout_step', 'Payment Info Entered': 'payment_entered', 'Order Completed': 'order_completed', 'Order Updated': 'order_updated',
  'Order Refunded': 'order_refunded', 'Order Cancelled': 'order_cancelled', 'Coupon Applied': 'coupon_applied', 'Promotion Viewed': 'promotion_viewed', 'Promotion Clicked': 'promotion_clicked',
  'Product Reviewed': 'reviewed', 'Application Installed': 'app_installed', 'Application Opened': 'app_opened', 'Application Updated': 'app_updated', 'Application Backgrounded': 'app_left',
  'Email Opened': 'email_opened', 'Email Link Clicked': 'email_clicked', 'Email Delivered': 'email_delivered', 'Email Bounced': 'email_bounced', 'Unsubscribed': 'unsubscribed',
  'Signed Up': 'signed_up', 'Signed In': 'signed_in', 'Signed Out': 'signed_out', 'Consent Granted': 'consent_granted', 'Consent Withdrawn': 'consent_withdrawn',
  'Segment Consent Preference Updated': 'consent_updated', 'Support Ticket Created': 'ticket', 'Ticket Opened': 'ticket', 'Ticket Solved': 'ticket_solved', 'Live Chat Conversation Started': 'chat',
};

/** The key of an event's name in the language files; `undefined` for a name of the customer's own. */
export const eventKey = (name: string): string | undefined => EVENTS[name];

/** How an event is called: its name in the reader's language, or as the source wrote it. */
export function eventName(event: Pick<Happened, 'call' | 'name'>, t: (key: string, options?: Record<string, unknown>) => string): string {
  if (event.call === 'track' || event.call === undefined) {
    const key = eventKey(event.name);
    return key ? t(`events.${key}`) : event.name || t('events.unnamed');
  }
  // An event without a name of its own is called by its call.
  if (event.call === 'page' || event.call === 'screen') return event.name && event.name !== event.call ? t(`events.${event.call}_named`, { name: event.name }) : t(`events.${event.call}`);
  return t(`events.${event.call}`);
}

/** The kind of an event for its picture and colour. */
export type Look = 'order' | 'loss' | 'cart' | 'view' | 'mail' | 'identity' | 'consent' | 'help' | 'app' | 'group' | 'other';

export function look(event: Pick<Happened, 'call' | 'name'>): Look {
  if (event.call === 'identify' || event.call === 'alias') return 'identity';
  if (event.call === 'group') return 'group';
  if (event.call === 'page' || event.call === 'screen') return 'view';
  const name = event.name;
  if (/^Order (Completed|Updated)/.test(name)) return 'order';
  if (/Refunded|Cancelled|Returned/.test(name)) return 'loss';
  if (/Added|Removed|Cart|Checkout|Payment|Coupon|Wish/.test(name)) return 'cart';
  if (/Consent|Unsubscribed/.test(name)) return 'consent';
  if (/Email|Push|Message|SMS/.test(name)) return 'mail';
  if (/Ticket|Support|Chat|Call/.test(name)) return 'help';
  if (/^Application|^App /.test(name)) return 'app';
  if (/View|Search|Click|List|Product|Promotion/.test(name)) return 'view';
  return 'other';
}

export const TONES: Record<Look, Tone> = { order: 'ok', loss: 'bad', cart: 'warn', view: 'sky', mail: 'plum', identity: 'accent', consent: 'ok', help: 'bad', app: 'sky', group: 'plum', other: 'accent' };

type Fields = Record<string, unknown>;
const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {});
const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

export function parsed(body: string): Fields {
  try {
    return fields(JSON.parse(body));
  } catch {
    return {};
  }
}

/** What an event was about, in short: products, amounts, addresses. */
export function about(body: string, money: (n: number, currency: string) => string): string[] {
  const event = parsed(body);
  const properties = { ...fields(event['properties']), ...(event['type'] === 'identify' || event['type'] === 'group' ? fields(event['traits']) : {}) };
  const said: string[] = [];
  const currency = text(properties['currency']) || 'KRW';
  const amount = [properties['total'], properties['revenue'], properties['value'], properties['price']].find((value) => typeof value === 'number');
  const products = Array.isArray(properties['products']) ? properties['products'].map((product) => text(fields(product)['name'])).filter((name) => name !== '') : [];
  const order = text(properties['order_id'] ?? properties['orderId']);
  if (order) said.push(`#${order}`);
  const name = text(properties['product_name']) || (event['type'] === 'track' ? text(properties['name']) : '') || text(properties['title']);
  if (products.length > 0) said.push(products.length > 2 ? `${products.slice(0, 2).join(', ')} +${products.length - 2}` : products.join(', '));
  else if (name) said.push(name);
  const query = text(properties['query']);
  if (query) said.push(`“${query}”`);
  if (typeof amount === 'number') {
    try {
      said.push(money(amount, currency));
    } catch {
      said.push(`${amount} ${currency}`);
    }
  }
  for (const field of ['subject', 'reason', 'category', 'path', 'email', 'phone', 'purpose', 'coupon']) {
    const value = text(properties[field]);
    if (value && said.length < 3) said.push(value);
  }
  return said;
}
