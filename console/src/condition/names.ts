import { eventKey } from '../ui/words';
import { dotted, type Path } from './model';

type Say = (key: string, options?: Record<string, unknown>) => string;

const CALLS = ['page', 'screen', 'identify', 'group', 'alias'];

/** What an event is called as a thing: 주문 완료, not 주문을 완료했어요. */
export function deed(name: string, t: Say): string {
  if (CALLS.includes(name)) return t(`deeds.${name}`);
  const key = eventKey(name);
  return key ? t(`deeds.${key}`, { defaultValue: name }) : name;
}

const key = (path: Path) => dotted(path).replaceAll('.', '_');

export const traitName = (path: Path, t: Say) => t(`traits.${key(path)}`, { defaultValue: dotted(path) });
export const propertyName = (path: Path, t: Say) => t(`properties.${key(path)}`, { defaultValue: t(`traits.${key(path)}`, { defaultValue: dotted(path) }) });
export const purposeName = (name: string, t: Say) => t(`purposes.${name}`, { defaultValue: name });
