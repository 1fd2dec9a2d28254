import type { PlanDocument, Rule } from '../../api/plans';
import { useSourceName } from '../../api/sources';
import { useWords } from '../../i18n';
import { eventKey } from '../../ui/words';

/** How rules, sources and fields of a plan are called. */
export function useNames() {
  const { t } = useWords();
  const source = useSourceName();
  return {
    rule: ({ call = 'track', event = '' }: Pick<Rule, 'call' | 'event'>) => (call === 'track' ? event || t('events.unnamed') : t(`calls.${call}`)),
    /** What a marketer calls it, where the public specification knows the event. */
    meaning: ({ call = 'track', event = '' }: Pick<Rule, 'call' | 'event'>) => {
      const key = call === 'track' ? eventKey(event) : undefined;
      return key ? t(`events.${key}`) : '';
    },
    source: (id: string) => (id === '*' ? t('plans.everySource') : source(id)),
    sources: ({ sources = [] }: PlanDocument) => sources.map(({ source: id }) => (id === '*' ? t('plans.everySource') : source(id))),
  };
}

/** The key of a rule, as differences tell it. */
export const keyOf = ({ call = 'track', event = '', version = '1' }: Rule) => [call, event, String(version)].filter((part) => part !== '').join(' ');
