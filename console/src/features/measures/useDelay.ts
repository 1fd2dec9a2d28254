import { useWords } from '../../i18n';

/** A delay in the unit that it is thought of in. */
export function useDelay() {
  const { t, num } = useWords();
  return (seconds: number) => {
    if (seconds < 120) return t('measures.seconds', { n: num(seconds) });
    if (seconds < 7_200) return t('measures.minutes', { n: num(Math.round(seconds / 60)) });
    if (seconds < 172_800) return t('measures.hoursLong', { n: num(Math.round(seconds / 3_600)) });
    return t('measures.daysLong', { n: num(Math.round(seconds / 86_400)) });
  };
}
