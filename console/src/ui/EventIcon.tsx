import { IconBell, IconBuilding, IconDeviceMobile, IconEye, IconFileCheck, IconHeadset, IconArrowsJoin, IconMail, IconPoint, IconReceiptRefund, IconShoppingBag, IconShoppingCart } from '@tabler/icons-react';
import { ToneIcon } from './layout';
import { look, TONES, type Look } from './words';

const ICONS: Record<Look, typeof IconBell> = {
  order: IconShoppingBag, loss: IconReceiptRefund, cart: IconShoppingCart, view: IconEye, mail: IconMail, identity: IconArrowsJoin,
  consent: IconFileCheck, help: IconHeadset, app: IconDeviceMobile, group: IconBuilding, other: IconPoint,
};

export function EventIcon({ event }: { event: { call?: string; name: string } }) {
  const kind = look(event);
  const Icon = ICONS[kind];
  return (
    <ToneIcon tone={TONES[kind]}>
      <Icon size={16} stroke={1.8} />
    </ToneIcon>
  );
}
