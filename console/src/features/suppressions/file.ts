import type { Wanted } from '../../api/registers';
import { guesses } from '../../api/people';

export const CHANNELS = ['email', 'sms', 'push', 'all'] as const;

/** Cells of a line, in quotes or not. */
const cells = (line: string): string[] => [...line.matchAll(/("(?:[^"]|"")*"|[^,\t]*)([,\t]|$)/g)].map((cell) => cell[1]!.trim().replace(/^"(.*)"$/s, '$1').replaceAll('""', '"'));

/**
 * The addresses of a file, one a line: the address, and where there are more columns the channel and the reason. A first
 * line that names nobody is the columns' names.
 */
export function listed(content: string, channel: string, reason: string, expiresAt?: string): Wanted[] {
  const lines = content.replace(/^\ufeff/, '').split(/\r?\n/).filter((line) => line.trim() !== '');
  const heading = /^"?(email|e-mail|phone|address|identifier|이메일|전화|전화번호|식별자|주소)"?\s*([,\t]|$)/i;
  return lines.slice(lines[0] !== undefined && heading.test(lines[0]) ? 1 : 0).flatMap((line) => {
    const [address = '', own = '', why = ''] = cells(line);
    const profile = guesses(address)[0];
    if (profile === undefined) return [];
    const named = CHANNELS.find((each) => each === own.toLowerCase());
    return [{ channel: named ?? channel, profile, reason: why || reason, ...(expiresAt ? { expiresAt } : {}) }];
  });
}
