import type { Purpose } from '../../api/trust';
import { useWords } from '../../i18n';

/** A purpose's numbers in words. */
export function useTerms() {
  const { t, num } = useWords();
  const days = (n: number) => (n % 365 === 0 ? t('purpose.years', { n: num(n / 365) }) : t('purpose.days', { n: num(n) }));
  return {
    age: ({ minimumAge, guardian }: Purpose) => (minimumAge === 0 ? t('purpose.anyAge') : t(guardian ? 'purpose.ageGuardian' : 'purpose.ageOver', { n: num(minimumAge) })),
    retention: ({ retentionDays }: Purpose) => (retentionDays === 0 ? t('purpose.whileUsed') : days(retentionDays)),
    consent: ({ consentDays }: Purpose) => (consentDays === 0 ? t('purpose.untilWithdrawn') : days(consentDays)),
  };
}
