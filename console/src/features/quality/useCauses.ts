import { useWords } from '../../i18n';

/** What went wrong, in words, with the place at which it did. */
export function useCauses() {
  const { t } = useWords();
  return (causes: { code: string; path?: string }[]) => causes.map(({ code, path = '' }) => [t(`reasons.${code}`, { defaultValue: code }), path].filter((part) => part !== '').join(' · ')).join(', ');
}
