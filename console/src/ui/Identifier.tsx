import { IconAt, IconCookie, IconDeviceMobile, IconId, IconPhone, IconTag } from '@tabler/icons-react';
import type { Identifier } from '../api/people';
import { useWords } from '../i18n';
import { Chip } from './layout';

const ICONS: Record<string, typeof IconAt> = { email: IconAt, phone: IconPhone, user_id: IconId, anonymous_id: IconCookie };

export function IdentifierIcon({ type, size = 14 }: { type: string; size?: number }) {
  const Icon = ICONS[type] ?? (/ios|android|device|push/.test(type) ? IconDeviceMobile : IconTag);
  return <Icon size={size} stroke={1.8} aria-hidden style={{ flex: 'none' }} />;
}

/** What a type of identifier is called. */
export function useTypeName() {
  const { t } = useWords();
  return (type: string) => t(`types.${type.replaceAll('.', '_')}`, { defaultValue: type });
}

export function IdentifierChip({ identifier }: { identifier: Identifier }) {
  const type = useTypeName();
  return (
    <Chip icon={<IdentifierIcon type={identifier.type} />} title={`${type(identifier.type)}: ${identifier.value}`}>
      <span className="visually-hidden">{type(identifier.type)} </span>
      {identifier.value}
    </Chip>
  );
}
