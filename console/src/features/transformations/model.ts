import type { Changing } from '../../api/transformations';
import type { Condition, EventLeaf, Operator, Scalar, TraitLeaf } from '../../condition/model';
import { asked, dotted, formOf, partsOf, type Form, type Group } from '../../condition/model';

/** A value as it is written in a field: what reads as a number or a truth is one. */
export function scalar(text: string): unknown {
  const trimmed = text.trim();
  return /^(-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?|true|false|null)$/.test(trimmed) ? (JSON.parse(trimmed) as unknown) : text;
}

/** How a value stands in a field. */
export const text = (value: unknown): string => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value));

/** Pairs as lines, `key = value`. */
export const lines = (values: Record<string, unknown> | undefined): string => Object.entries(values ?? {}).map(([key, value]) => `${key} = ${text(value)}`).join('\n');

export function pairs(written: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const line of written.split('\n')) {
    const at = line.indexOf('=');
    const key = (at < 0 ? line : line.slice(0, at)).trim();
    if (key !== '') found[key] = at < 0 ? '' : scalar(line.slice(at + 1).trim());
  }
  return found;
}

/** The first two columns of a file, as a look-up table; a tab or a comma parts them. */
export function tableOf(csv: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const line of csv.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const cells = line.includes('\t') ? line.split('\t') : [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)].map((cell) => cell[1]!);
    const [key = '', value = ''] = cells.map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'));
    if (key !== '') found[key] = value;
  }
  return found;
}

/** Whether every step says where it works, so that the draft can be tried out. */
export const ready = ({ transformations }: Changing): boolean => transformations.every(({ steps }) => steps.length > 0 && steps.every(({ path }) => path.startsWith('/')));

/** A line of a condition: of an event's name and, where it asks for more, one of its properties, or of a trait. */
export type Row = { kind: 'event'; event: string; property: string; operator: Operator; value: string } | { kind: 'trait'; trait: string; operator: Operator; value: string };
export type Rows = { form: Form; rows: Row[] };

/** What is asked of a value in one field. */
export const ASKS = ['equals', 'not_equals', 'in', 'contains', 'starts_with', 'ends_with', 'gt', 'gte', 'lt', 'lte', 'exists', 'not_exists'] as const satisfies readonly Operator[];
export const bare = (operator: Operator) => operator === 'exists' || operator === 'not_exists';

const valueOf = (test: { value?: Scalar; values?: Scalar[] }) => (test.values ? test.values.map(text).join(', ') : text(test.value));
const known = (operator: Operator | undefined): boolean => operator !== undefined && (ASKS as readonly Operator[]).includes(operator);

function row(condition: Condition): Row | undefined {
  if ('trait' in condition && known(condition.operator)) return { kind: 'trait', trait: dotted(condition.trait), operator: condition.operator, value: valueOf(condition) };
  if (!('event' in condition)) return undefined;
  const { event, where = [], ...rest } = condition as EventLeaf;
  if (where.length > 1 || Object.keys(rest).length > 0) return undefined;
  const [one] = where;
  if (!one) return { kind: 'event', event, property: '', operator: 'exists', value: '' };
  return known(one.operator) ? { kind: 'event', event, property: dotted(one.property), operator: one.operator, value: valueOf(one) } : undefined;
}

/** A condition as lines; `undefined` for one that says more than lines can. */
export function rowsOf(condition: Condition | undefined): Rows | undefined {
  if (condition === undefined) return { form: 'all', rows: [] };
  const form = formOf(condition);
  const rows = (form ? partsOf(condition as Group) : [condition]).map(row);
  return rows.every((each) => each !== undefined) ? { form: form ?? 'all', rows } : undefined;
}

function test(operator: Operator, written: string) {
  const values = operator === 'in' ? written.split(',').map((each) => scalar(each.trim()) as Scalar).filter((each) => each !== '') : undefined;
  return asked(operator, values ? { values } : written === '' ? {} : { value: scalar(written) as Scalar });
}

/** Lines as the API has them. */
export function conditionOf({ form, rows }: Rows): Condition | undefined {
  const parts = rows.map((each): Condition => (each.kind === 'trait' ? ({ trait: each.trait, ...test(each.operator, each.value) } as TraitLeaf) : { event: each.event, ...(each.property === '' ? {} : { where: [{ property: each.property, ...test(each.operator, each.value) }] }) }));
  if (parts.length === 0) return undefined;
  return parts.length === 1 && form === 'all' ? parts[0] : ({ [form]: parts } as Group);
}
