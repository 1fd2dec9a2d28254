import type { Purpose, PurposeDraft } from '../../api/trust';

type Wording = { language: string; title: string; text: string; withdrawal: string };
/** A purpose as it is being written; its words are in a list, so that a language may be blank for a while. */
export type Form = {
  key: string;
  wordings: Wording[];
  basis: NonNullable<PurposeDraft['basis']>;
  channel: NonNullable<PurposeDraft['channel']>;
  status: 'active' | 'retired';
  recipients: string[];
  aliases: string[];
  retentionDays: number;
  consentDays: number;
  minimumAge: number;
  guardian: boolean;
  reason: string;
};

const blank = (language: string): Wording => ({ language, title: '', text: '', withdrawal: '' });
export const BLANK: Form = { key: '', wordings: [blank('ko'), blank('en')], basis: 'consent', channel: 'none', status: 'active', recipients: [], aliases: [], retentionDays: 0, consentDays: 0, minimumAge: 0, guardian: false, reason: '' };

export function formOf(saved: Purpose): Form {
  const languages = [...new Set([...Object.keys(saved.titles), ...Object.keys(saved.texts)])];
  return {
    key: saved.key,
    wordings: languages.map((language) => ({ language, title: saved.titles[language] ?? '', text: saved.texts[language] ?? '', withdrawal: saved.withdrawals[language] ?? '' })),
    basis: saved.basis as Form['basis'],
    channel: saved.channel as Form['channel'],
    status: saved.status,
    recipients: saved.recipients,
    aliases: saved.aliases,
    retentionDays: saved.retentionDays,
    consentDays: saved.consentDays,
    minimumAge: saved.minimumAge,
    guardian: saved.guardian,
    reason: '',
  };
}

/** A language in which nothing is written is left out; one in which something is must be whole, which the server says. */
export function body(form: Form): PurposeDraft {
  const written = form.wordings.filter(({ title, text, withdrawal }) => `${title}${text}${withdrawal}`.trim() !== '');
  const by = (part: 'title' | 'text' | 'withdrawal') => Object.fromEntries(written.map((wording) => [wording.language.trim(), wording[part]]));
  const { basis, channel, status, recipients, aliases, retentionDays, consentDays, minimumAge, guardian, reason } = form;
  return { titles: by('title'), texts: by('text'), withdrawals: by('withdrawal'), basis, channel, status, recipients, aliases, retentionDays, consentDays, minimumAge, guardian, reason: reason.trim() };
}

export const withLanguage = (form: Form, language: string): Wording[] => (form.wordings.some((each) => each.language === language) ? form.wordings : [...form.wordings, blank(language)]);
