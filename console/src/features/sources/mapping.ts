/** What a column of a file may be. */
export const ROLES = ['ignore', 'user_id', 'email', 'phone', 'name', 'trait', 'time', 'event', 'order_id', 'amount', 'property'] as const;
export type Role = (typeof ROLES)[number];

/** What a row of the file is. */
export type Shape = 'people' | 'events';
export type Plan = { shape: Shape; eventName: string; roles: Record<string, Role>; currency: string };

/** The roles that make sense for a row of this shape. */
export const rolesOf = (shape: Shape): readonly Role[] =>
  shape === 'people' ? ['ignore', 'user_id', 'email', 'phone', 'name', 'trait', 'time'] : ['ignore', 'user_id', 'email', 'phone', 'time', 'event', 'order_id', 'amount', 'property'];

/** What a column most likely is, by its name. */
export function guess(column: string, shape: Shape): Role {
  const name = column.toLowerCase().replaceAll(/[\s_.-]/g, '');
  const is = (...patterns: RegExp[]) => patterns.some((pattern) => pattern.test(name));
  if (is(/e?mail/, /이메일|메일주소/)) return 'email';
  if (is(/phone|mobile|^tel/, /전화|휴대폰|핸드폰|연락처/)) return 'phone';
  if (is(/^(user|member|customer)(id|no|number|code)?$/, /회원(번호|아이디|id)|고객(번호|id)/, /^userid$/)) return 'user_id';
  if (is(/(timestamp|date|time|at)$/, /일시|일자|날짜|시각|가입일|주문일/)) return 'time';
  if (shape === 'people') return is(/^(full)?name$/, /^(이름|성명|고객명|회원명)$/) ? 'name' : 'trait';
  if (is(/^order(id|no|number)$/, /주문번호/)) return 'order_id';
  if (is(/total|amount|revenue|price/, /금액|매출|결제액|가격/)) return 'amount';
  if (is(/^event(name)?$/, /이벤트|행동/)) return 'event';
  return 'property';
}

/** The map that the server understands, from what was chosen for each column. */
export function mapOf(plan: Plan): Record<string, unknown> {
  const columns = Object.entries(plan.roles);
  const of = (role: Role) => columns.find(([, each]) => each === role)?.[0];
  const all = (role: Role) => columns.filter(([, each]) => each === role).map(([column]) => column);
  const column = (name: string, as: string) => ({ $column: name, as });
  const put = (target: Record<string, unknown>, field: string, name: string | undefined, as: string) => {
    if (name !== undefined) target[field] = column(name, as);
  };
  const event: Record<string, unknown> = { type: plan.shape === 'people' ? 'identify' : 'track' };
  put(event, 'userId', of('user_id'), 'id');
  put(event, 'timestamp', of('time'), 'time');
  const map: Record<string, unknown> = { event };
  if (plan.shape === 'people') {
    const traits: Record<string, unknown> = {};
    put(traits, 'email', of('email'), 'text');
    put(traits, 'phone', of('phone'), 'id');
    put(traits, 'name', of('name'), 'text');
    for (const each of all('trait')) traits[each] = column(each, 'any');
    event['traits'] = traits;
    return map;
  }
  const named = of('event');
  event['event'] = named === undefined ? plan.eventName : column(named, 'text');
  const properties: Record<string, unknown> = {};
  put(properties, 'order_id', of('order_id'), 'id');
  put(properties, 'total', of('amount'), 'number');
  if (of('amount') !== undefined) properties['currency'] = plan.currency;
  for (const each of all('property')) properties[each] = column(each, 'any');
  event['properties'] = properties;
  const identifiers: Record<string, unknown> = {};
  put(identifiers, 'email', of('email'), 'text');
  put(identifiers, 'phone', of('phone'), 'id');
  if (Object.keys(identifiers).length > 0) map['identifiers'] = identifiers;
  return map;
}

/** Whether somebody can be told by it. */
export const names = (plan: Plan) => Object.values(plan.roles).some((role) => role === 'user_id' || role === 'email' || role === 'phone');

/** The first lines of a file of comma-separated values (RFC 4180), for choosing columns; the server reads it for good. */
export function firstRows(text: string, most: number): string[][] {
  const head = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'));
  const delimiter = [',', '\t', ';', '|'].map((each) => ({ each, count: head.split(each).length })).sort((a, b) => b.count - a.count)[0]!.each;
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length && rows.length < most; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === delimiter) {
      row.push(cell);
      cell = '';
    } else if (c === '\n') {
      row.push(cell.replace(/\r$/, ''));
      if (row.some((each) => each !== '')) rows.push(row);
      row = [];
      cell = '';
    } else cell += c;
  }
  if (rows.length < most && (cell !== '' || row.length > 0)) rows.push([...row, cell]);
  return rows;
}
