/** What kind of value a correction gives. */
export const FORMS = ['text', 'number', 'truth', 'nothing'] as const;
export type Form = (typeof FORMS)[number];

/** The kind of a value that stands there already. */
export const formOf = (value: unknown): Form => (typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'truth' : 'text');

/** The value as it is written; nothing while it cannot be read. `null` says that there is none. */
export function valueOf(form: Form, written: string): { value: unknown } | undefined {
  const text = written.trim();
  switch (form) {
    case 'nothing':
      return { value: null };
    case 'truth':
      return { value: text === 'true' };
    case 'number': {
      const number = Number(text);
      return text === '' || !Number.isFinite(number) ? undefined : { value: number };
    }
    case 'text':
      return text === '' ? undefined : { value: text };
  }
}

/** A value as people read it. */
export const shown = (value: unknown): string => (value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value));
