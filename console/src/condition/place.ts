import { formOf, partsOf, type Condition, type Group } from './model';

const names = (pointer: string) => pointer.split('/').slice(1).map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));

/** A condition with another one at a place, a JSON Pointer (RFC 6901); a place that is not there changes nothing. */
export function replaced(condition: Condition, pointer: string, other: Condition): Condition {
  const put = (at: unknown, path: string[]): unknown => {
    const [first, ...rest] = path;
    if (first === undefined) return other;
    if (Array.isArray(at)) return at.map((each: unknown, i) => (String(i) === first ? put(each, rest) : each));
    if (typeof at !== 'object' || at === null || !(first in at)) return at;
    return { ...at, [first]: put((at as Record<string, unknown>)[first], rest) };
  };
  return put(condition, names(pointer)) as Condition;
}

/** A condition and all its parts, by the JSON Pointer of each. */
export function parts(condition: Condition, pointer = ''): [string, Condition][] {
  const form = formOf(condition);
  return [[pointer, condition], ...(form ? partsOf(condition as Group).flatMap((part, i) => parts(part, `${pointer}/${form}/${i}`)) : [])];
}
