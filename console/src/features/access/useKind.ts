import { useWords } from '../../i18n';

/** What was read, in words; of a family of places that none of its own has, the family's. */
export function useKind() {
  const { t } = useWords();
  return (what: string) => t(`access.kinds.${what}`, { defaultValue: t(`access.kinds.${what.replace(/_.*$/, '').replace(/^plans$/, 'plan')}`, { defaultValue: what }) });
}
