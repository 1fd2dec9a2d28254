import type { Purpose } from '../../api/purposes';

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
