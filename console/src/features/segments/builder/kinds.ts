import { IconChartPie, IconClick, IconFileCheck, IconGauge, IconRoute, IconUser, IconBuilding, IconUsersGroup } from '@tabler/icons-react';
import type { Kind, Offered } from '../../../condition/model';
import type { Tone } from '../../../ui/layout';

/** How each kind of condition looks. */
export const LOOKS: Record<Kind | Offered, { icon: typeof IconUser; tone: Tone }> = {
  trait: { icon: IconUser, tone: 'sky' },
  event: { icon: IconClick, tone: 'accent' },
  sequence: { icon: IconRoute, tone: 'plum' },
  segment: { icon: IconChartPie, tone: 'warn' },
  consent: { icon: IconFileCheck, tone: 'ok' },
  score: { icon: IconGauge, tone: 'plum' },
  account: { icon: IconBuilding, tone: 'sky' },
  members: { icon: IconUsersGroup, tone: 'plum' },
};
