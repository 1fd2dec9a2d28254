import type { Call } from '../../api/plans';

export type Json = Record<string, unknown>;
/** What a field may be, as a person says it; `any` says nothing, and `mixed` is what one word does not say. */
export const BASES = ['any', 'string', 'number', 'integer', 'boolean', 'object', 'array', 'mixed'] as const;
export type Base = (typeof BASES)[number];
export const FORMATS = ['date-time', 'date', 'time', 'email', 'uri', 'uuid', 'ipv4', 'ipv6', 'hostname'] as const;

/** A field of an event: where its schema stands in the rule's, and what is said of it. */
export type Field = { at: string[]; name: string; depth: number; required: boolean; base: Base; nullable: boolean; schema: Json };

const OF_TYPE: Partial<Record<Base, string[]>> = {
  string: ['format', 'pattern', 'minLength', 'maxLength', 'enum', 'contentEncoding', 'contentMediaType'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'enum'],
  integer: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'enum'],
  object: ['properties', 'required', 'additionalProperties', 'patternProperties', 'propertyNames', 'minProperties', 'maxProperties'],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems', 'prefixItems', 'additionalItems', 'contains'],
};

export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const json = (value: unknown): Json => (isJson(value) ? value : {});
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []);

/** The part of an event that a plan speaks of. */
export const sectionOf = (call: Call): 'traits' | 'properties' => (call === 'identify' || call === 'group' ? 'traits' : 'properties');

export function get(value: unknown, at: readonly string[]): unknown {
  return at.reduce<unknown>((now, step) => (Array.isArray(now) ? now[Number(step)] : isJson(now) ? now[step] : undefined), value);
}

/** The same with something else at a place; `undefined` takes away what stands there. The order of the fields stays. */
export function put(value: unknown, at: readonly string[], next: unknown): unknown {
  const [step, ...rest] = at;
  if (step === undefined) return next;
  if (Array.isArray(value)) return value.map((each, i) => (String(i) === step ? put(each, rest, next) : each));
  const inner = put(json(value)[step], rest, next);
  const { [step]: _, ...others } = json(value);
  if (inner === undefined) return others;
  return step in json(value) ? Object.fromEntries(Object.entries(json(value)).map(([name, each]) => [name, name === step ? inner : each])) : { ...json(value), [step]: inner };
}

function kind(schema: Json): { base: Base; nullable: boolean } {
  const { type } = schema;
  const all = typeof type === 'string' ? [type] : texts(type);
  const others = all.filter((each) => each !== 'null');
  const nullable = all.includes('null');
  if (all.length === 0) return { base: 'any', nullable: false };
  const [only] = others;
  return others.length === 1 ? { base: BASES.find((base) => base === only) ?? 'mixed', nullable } : { base: 'mixed', nullable };
}

/** Where the fields of an object stand: in the object itself, or in the items of a list. */
export function inside(schema: unknown, at: string[]): string[] {
  const here = json(get(schema, at));
  return kind(here).base === 'array' ? [...at, 'items'] : at;
}

/** The fields of a section that a schema names, those of objects and of lists' items below them. */
export function fieldsOf(schema: unknown, section: string): Field[] {
  const found: Field[] = [];
  const walk = (at: string[], depth: number) => {
    const here = json(get(schema, at));
    const needed = new Set(texts(here['required']));
    for (const [name, written] of Object.entries(json(here['properties']))) {
      const place = [...at, 'properties', name];
      found.push({ at: place, name, depth, required: needed.has(name), schema: json(written), ...kind(json(written)) });
      if (depth < 8) walk(inside(schema, place), depth + 1);
    }
  };
  walk(['properties', section], 0);
  return found;
}

const parent = (at: string[]) => at.slice(0, -2);

/** A section that must have fields must be there itself. */
function held(schema: unknown, section: string): unknown {
  const needs = texts(get(schema, ['properties', section, 'required'])).length > 0;
  const now = texts(get(schema, ['required']));
  return needs && !now.includes(section) ? put(schema, ['required'], [...now, section]) : schema;
}

const list = (names: string[]) => (names.length === 0 ? undefined : names);

export function require(schema: unknown, field: Field, required: boolean, section: string): unknown {
  const at = [...parent(field.at), 'required'];
  const others = texts(get(schema, at)).filter((name) => name !== field.name);
  return held(put(schema, at, list(required ? [...others, field.name] : others)), section);
}

/** Another name in its place; taken names are left alone. */
export function rename(schema: unknown, field: Field, name: string): unknown {
  const at = parent(field.at);
  const names = json(get(schema, [...at, 'properties']));
  if (name === '' || name === field.name || name in names) return schema;
  const renamed = put(schema, [...at, 'properties'], Object.fromEntries(Object.entries(names).map(([each, value]) => [each === field.name ? name : each, value])));
  return field.required ? put(renamed, [...at, 'required'], texts(get(schema, [...at, 'required'])).map((each) => (each === field.name ? name : each))) : renamed;
}

export function remove(schema: unknown, field: Field, section: string): unknown {
  return put(field.required ? require(schema, field, false, section) : schema, field.at, undefined);
}

/** What does not fit the new type goes; all else that is said stays. */
export function retype(schema: unknown, field: Field, base: Base, nullable: boolean): unknown {
  if (base === 'mixed') return schema;
  const strange = new Set(Object.values(OF_TYPE).flat());
  for (const word of OF_TYPE[base] ?? []) strange.delete(word);
  const kept = Object.entries(field.schema).filter(([word]) => word !== 'type' && (base === field.base || !strange.has(word)));
  const type = base === 'any' ? undefined : nullable ? [base, 'null'] : base;
  return put(schema, field.at, { ...(type === undefined ? {} : { type }), ...(base === 'array' && !('items' in field.schema) ? { items: {} } : {}), ...Object.fromEntries(kept) });
}

/** Says one thing of a field; `undefined` takes it back. */
export const say = (schema: unknown, field: Field, word: string, value: unknown): unknown => put(schema, [...field.at, word], value);

/** A name that no field of an object has. */
function free(names: Json, wanted: string): string {
  if (!(wanted in names)) return wanted;
  for (let n = 2; ; n++) if (!(`${wanted}_${n}` in names)) return `${wanted}_${n}`;
}

/** @param at where the object stands that gets the field */
export function add(schema: unknown, at: string[], wanted: string): { schema: unknown; name: string } {
  const names = json(get(schema, [...at, 'properties']));
  const name = free(names, wanted);
  const typed = kind(json(get(schema, at))).base === 'any' ? put(schema, [...at, 'type'], 'object') : schema;
  return { schema: put(typed, [...at, 'properties', name], { type: 'string' }), name };
}

/** A schema of an event that has no fields yet. */
export const blank = (call: Call): Json => ({ type: 'object', properties: { [sectionOf(call)]: { type: 'object', properties: {} } } });

/** Values of an enum as they are written, a line each: in JSON where they are no text. */
export const written = (values: unknown): string => (Array.isArray(values) ? values : []).map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n');

/** The values of lines: of numbers where the field is a number. */
export function read(lines: string, base: Base): unknown[] | undefined {
  const all = [...new Set(lines.split('\n').map((line) => line.trim()).filter((line) => line !== ''))];
  if (all.length === 0) return undefined;
  return base === 'number' || base === 'integer' ? all.map((each) => (Number.isFinite(Number(each)) ? Number(each) : each)) : all;
}

/** Whether a schema says of the event itself more than the table of its fields shows. */
export function beyond(schema: unknown, section: string): boolean {
  if (!isJson(schema)) return true;
  const plain = (value: Json, allowed: string[]) => Object.keys(value).every((word) => allowed.includes(word));
  const own = json(get(schema, ['properties', section]));
  return !plain(schema, ['$schema', '$id', 'title', 'description', 'type', 'properties', 'required']) || !plain(json(schema['properties']), [section]) || !plain(own, ['title', 'description', 'type', 'properties', 'required', 'x-rate']);
}

/** A JSON Pointer. */
export const pointer = (at: readonly string[]): string => at.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
