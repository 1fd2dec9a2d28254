import type { Breach, Extent } from '../../api/incidents';

export const KINDS = ['source', 'import', 'export', 'period'] as const;
/** What got out while it is written; times as the reader's clock writes them. */
export type Form = { kind: (typeof KINDS)[number]; source: string; import: string; export: string; at: string; from: string; to: string };
export const BLANK: Form = { kind: 'source', source: '', import: '', export: '', at: '', from: '', to: '' };

/** An instant of a time as the reader's clock writes it; nothing of what is none. */
export const instant = (written: string): string | undefined => (written === '' || Number.isNaN(Date.parse(written)) ? undefined : new Date(written).toISOString());

/** What is asked of the server; nothing as long as something is missing. */
export function extentOf(form: Form): Extent | undefined {
  const [from, to] = [instant(form.from), instant(form.to)];
  switch (form.kind) {
    case 'source':
      return form.source === '' ? undefined : { source: form.source, ...(from ? { from } : {}), ...(to ? { to } : {}) };
    case 'import':
      return form.import === '' ? undefined : { import: form.import };
    case 'export': {
      const at = instant(form.at);
      return form.export.trim() === '' || !at ? undefined : { export: form.export.trim(), at };
    }
    case 'period':
      return from && to ? { from, to } : undefined;
  }
}

export type Standing = 'overdue' | 'running' | 'authority' | 'subjects' | 'done';

/** How a breach stands: who has been told, and whether there is time left. */
export function standing({ clock }: Pick<Breach, 'clock'>): Standing {
  if (clock.authorityAt) return clock.subjectsAt ? 'done' : 'authority';
  if (clock.overdue) return 'overdue';
  return clock.subjectsAt ? 'subjects' : 'running';
}

/** What is left of the time, as hours and minutes; none when it is over. */
export function left(dueAt: string, now: number): { hours: number; minutes: number } {
  const minutes = Math.max(0, Math.floor((Date.parse(dueAt) - now) / 60_000));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** A time as a field for times takes it, where the reader is. */
export function clockTime(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
