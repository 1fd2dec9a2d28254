import { useQuery } from '@tanstack/react-query';
import { purposes, titled, type Purpose } from '../../api/trust';
import { useWords } from '../../i18n';

/** How a purpose is called: by its title, or as sources speak of it. */
export function usePurposeName() {
  const { t, language } = useWords();
  const { data: known } = useQuery(purposes);
  return (key: string) => {
    const meant = known?.find((each) => each.key === key || each.aliases.includes(key));
    return meant ? titled(known, meant.key, language) : t(`purposes.${key}`, { defaultValue: key });
  };
}

/** By which words people are asked which channels there are, on a desk. */
export const CHANNELS = ['phone', 'store', 'paper', 'email', 'chat', 'service'] as const;
export const BASES = ['consent', 'contract', 'legitimate_interest', 'legal_obligation', 'vital', 'public'] as const;
export const REACHES = ['none', 'email', 'sms', 'push'] as const;

/** A language by its name in the reader's. */
export function languageName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Which fields two versions of a purpose differ in. */
export function changed(before: Purpose, after: Purpose): string[] {
  const fields = ['titles', 'texts', 'withdrawals', 'basis', 'recipients', 'retentionDays', 'consentDays', 'minimumAge', 'guardian', 'channel', 'aliases', 'status'] as const;
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
