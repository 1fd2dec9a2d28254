import type { Days } from '../../api/segments';

export type Day = Days['days'][number];

const shifted = (day: string, by: number) => new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

/**
 * The last so many days, each with its size at the end: the server tells those alone on which anybody came or went.
 *
 * @param today in the workspace's calendar; here it is taken from this clock, and no day that the server knows is left out
 */
export function lately(history: Days, count: number, today = local(new Date())): Day[] {
  const known = new Map(history.days.map((day) => [day.day, day]));
  const newest = history.days.at(-1)?.day ?? today;
  const last = newest > today ? newest : today;
  const first = shifted(last, 1 - count);
  let size = history.days.filter(({ day }) => day < first).at(-1)?.size ?? 0;
  return Array.from({ length: count }, (_, i) => {
    const day = shifted(first, i);
    const told = known.get(day);
    if (told) size = told.size;
    return told ?? { day, entered: 0, left: 0, size };
  });
}

/** This clock's day. */
export const local = (now: Date) => `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
