import { FORMS, OPERATORS, PERIODS, type Condition } from './model';

type Fields = Record<string, unknown>;
const fields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const path = (value: unknown) => typeof value === 'string' || (Array.isArray(value) && value.every((part) => typeof part === 'string'));
const optional = (value: unknown, holds: (value: unknown) => boolean) => value === undefined || holds(value);
const text = (value: unknown) => typeof value === 'string';
const scalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);

const test = (value: Fields, needed: boolean) =>
  (needed ? OPERATORS.includes(value['operator'] as never) : optional(value['operator'], (each) => OPERATORS.includes(each as never))) &&
  optional(value['value'], scalar) && optional(value['values'], (list) => Array.isArray(list) && list.every(scalar)) && optional(value['within'], text) &&
  ['from', 'to'].every((end) => optional(value[end], (n) => typeof n === 'number'));

const where = (list: unknown) => Array.isArray(list) && list.every((each) => fields(each) && path(each['property']) && test(each, true));

const window = (value: unknown): boolean =>
  value === 'ever' || (fields(value) && (text(value['last']) || path(value['since']) || PERIODS.includes(value['calendar'] as never) || (Array.isArray(value['between']) && value['between'].length === 2 && value['between'].every(text))));

/** Whether something from outside, an address for one, has the shape of a condition. What it says the server checks. */
export function isCondition(value: unknown): value is Condition {
  if (!fields(value)) return false;
  for (const form of FORMS) if (form in value) return Object.keys(value).length === 1 && Array.isArray(value[form]) && value[form].length > 0 && value[form].every(isCondition);
  if ('trait' in value) return path(value['trait']) && test(value, true);
  if ('event' in value) return text(value['event']) && optional(value['where'], where) && optional(value['property'], path) && optional(value['aggregate'], text) && optional(value['window'], window) && test(value, false);
  if ('sequence' in value) return Array.isArray(value['sequence']) && value['sequence'].length > 1 && value['sequence'].every((step) => fields(step) && text(step['event']) && optional(step['where'], where) && optional(step['within'], text) && optional(step['not'], (not) => typeof not === 'boolean')) && optional(value['window'], window);
  if ('segment' in value) return text(value['segment']);
  if ('consent' in value) return text(value['consent']);
  if ('score' in value) return text(value['score']) && test(value, true);
  if (!fields(value['account'])) return false;
  const { account } = value;
  return 'members' in account ? ['any', 'all', 'none'].includes(account['members'] as string) && isCondition(account['condition']) : path(account['trait']) && test(account, true);
}
