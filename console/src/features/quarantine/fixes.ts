import type { Plan, PlanDocument, Rule } from '../../api/plans';
import type { Group } from '../../api/quality';
import type { Step } from '../../api/transformations';
import { begin } from '../transformations/steps';
import { blank, get, isJson, put, type Json } from '../plans/schema';

/** A way to mend a cause: a step that puts events right, or a plan that expects them. */
export type Mending = { id: string; kind: 'step'; step: Step } | { id: string; kind: 'plan'; plan: PlanDocument & { id: string } };

/** Which event a sample is. */
export type Seen = { call: NonNullable<Rule['call']>; event: string; version: string; body: Json };

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

export function seen(body: string): Seen | undefined {
  try {
    const event: unknown = JSON.parse(body);
    if (!isJson(event)) return undefined;
    const call = (['track', 'identify', 'page', 'screen', 'group', 'alias'] as const).find((each) => each === event['type']);
    return call && { call, event: call === 'track' ? text(event['event']) : '', version: text(get(event, ['context', 'protocols', 'event_version'])) || '1', body: event };
  } catch {
    return undefined;
  }
}

const steps = (path: string) => path.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** Where the schema of a place of an event stands: items of a list are one. */
export const schemaAt = (path: string): string[] => steps(path).flatMap((step) => (step === '*' || /^\d+$/.test(step) ? ['items'] : ['properties', step]));

/** All values at a place, items of lists each. */
export function valuesAt(value: unknown, path: string): unknown[] {
  return steps(path).reduce<unknown[]>((all, step) => all.flatMap((each) => (step === '*' ? (Array.isArray(each) ? each : []) : isJson(each) && step in each ? [each[step]] : [])), [value]);
}

const typeOf = (value: unknown) => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value === 'object' ? 'object' : typeof value);

/** The type that a step can bring about, of what a schema asks. */
function castOf(schema: unknown): string {
  const { type, format } = isJson(schema) ? schema : {};
  const one = Array.isArray(type) ? type.find((each) => each !== 'null') : type;
  return one === 'integer' ? 'integer' : one === 'boolean' ? 'truth' : one === 'string' ? (format === 'date-time' ? 'date_time' : 'text') : 'number';
}

/** The plan with another schema for an event. */
function with_(plan: Plan, at: number, schema: unknown): PlanDocument & { id: string } {
  const { version: _, versions: _2, ...document } = plan as Plan & { position?: string };
  return { ...document, rules: (plan.rules ?? []).map((rule, i) => (i === at ? { ...rule, schema } : rule)) };
}

const strings = (value: unknown) => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);

/** What could be done about a group's first cause. @param plan that the group's source is held against */
export function mendings({ causes }: Pick<Group, 'causes'>, samples: Seen[], plan: Plan | undefined): Mending[] {
  const [cause] = causes;
  const [one] = samples;
  if (!cause) return [];
  const { code, path } = cause;
  const name = steps(path).at(-1) ?? '';
  const found: Mending[] = [];
  const step = (id: string, made: Step) => found.push({ id, kind: 'step', step: made });
  const at = (plan?.rules ?? []).findIndex((rule) => one && (rule.call ?? 'track') === one.call && (rule.event ?? '') === one.event && String(rule.version ?? '1') === one.version);
  const rule = plan?.rules?.[at];
  const change = (id: string, make: (schema: unknown) => unknown) => {
    if (plan && rule) found.push({ id, kind: 'plan', plan: with_(plan, at, make(rule.schema)) });
  };
  const place = schemaAt(path);
  switch (code) {
    case 'unplanned_event':
      if (one?.call === 'track') step('map_event', { do: 'map', path: '/event', values: { [one.event]: '' } });
      if (plan && one && !rule) {
        const { version: _, versions: _2, ...document } = plan as Plan;
        found.push({ id: 'add_event', kind: 'plan', plan: { ...document, rules: [...(plan.rules ?? []), { call: one.call, ...(one.call === 'track' ? { event: one.event } : {}), ...(one.version === '1' ? {} : { version: one.version }), schema: blank(one.call) }] } });
      }
      break;
    case 'unplanned_property':
      step('rename_field', { do: 'rename', path, to: '' });
      step('drop_field', { do: 'drop', path });
      change('add_field', (schema) => put(schema, place, {}));
      break;
    case 'missing_property':
      step('default_field', { do: 'default', path, value: '' });
      step('renamed_field', { do: 'rename', path: `${path.slice(0, path.lastIndexOf('/'))}/`, to: name });
      change('optional_field', (schema) => {
        const needs = [...place.slice(0, -2), 'required'];
        const others = strings(get(schema, needs)).filter((each) => each !== name);
        return put(schema, needs, others.length === 0 ? undefined : others);
      });
      break;
    case 'wrong_type':
      step('cast_field', { do: 'cast', path, to: castOf(get(rule?.schema, place)) });
      change('allow_type', (schema) => {
        const now = get(schema, [...place, 'type']);
        const types = [...new Set([...(typeof now === 'string' ? [now] : strings(now)), ...samples.flatMap(({ body }) => valuesAt(body, path).map(typeOf))])];
        return put(schema, [...place, 'type'], types.length === 1 ? types[0] : types);
      });
      break;
    case 'value_not_allowed': {
      const values = [...new Set(samples.flatMap(({ body }) => valuesAt(body, path)))];
      step('map_value', { do: 'map', path, values: Object.fromEntries(values.filter((each) => typeof each !== 'object').map((each) => [String(each), ''])) });
      change('allow_value', (schema) => {
        const now = get(schema, [...place, 'enum']);
        return put(schema, [...place, 'enum'], [...(Array.isArray(now) ? now : []), ...values]);
      });
      break;
    }
    case 'wrong_format':
    case 'pattern_mismatch':
    case 'number_out_of_range':
    case 'wrong_length':
    case 'wrong_count': {
      const words = { wrong_format: ['format'], pattern_mismatch: ['pattern'], number_out_of_range: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'], wrong_length: ['minLength', 'maxLength'], wrong_count: ['minItems', 'maxItems', 'minProperties', 'maxProperties'] }[code];
      step('drop_field', { do: 'drop', path });
      change('loosen', (schema) => words.reduce((now, word) => put(now, [...place, word], undefined), schema));
      break;
    }
    case 'no_identifier':
      step('move_identifier', { do: 'move', path: '', to: '/userId' });
      break;
    default:
  }
  step('own_step', begin('rename', path.startsWith('/') ? path : ''));
  return found;
}
