import type { Label, Labels, Proposal } from '../../api/labels';

/** A field's place in words: which part of an event or person it is of, and its name in there. */
export function placed(field: string): { part: string; name: string } {
  const [, part = '', ...steps] = field.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return { part, name: steps.join(' › ') };
}

/** The purposes that do not see a field. */
export const hiddenFrom = (label: Label, purposes: string[]): string[] => (label.class === 'none' ? [] : purposes.filter((key) => !(label.purposes ?? []).includes(key)));

/** With a label put in, in the order of the fields; one field has one label. */
export const put = ({ unlabelled, labels }: Pick<Labels, 'unlabelled' | 'labels'>, label: Label) => ({
  unlabelled,
  labels: [...labels.filter(({ field }) => field !== label.field), label].toSorted((a, b) => (a.field < b.field ? -1 : 1)),
});

export const without = ({ unlabelled, labels }: Pick<Labels, 'unlabelled' | 'labels'>, field: string) => ({ unlabelled, labels: labels.filter((each) => each.field !== field) });

/** What a proposal becomes when somebody agrees. */
export const agreed = (proposal: Proposal): Label => ({ field: proposal.field, class: proposal.class, purposes: [], ...(proposal.kinds.length > 0 ? { kinds: proposal.kinds } : {}) });

/** What a proposal becomes when it is none of the kind: a field of no class is proposed no more, and everybody sees it. */
export const dismissed = (proposal: Proposal, reason: string): Label => ({ field: proposal.field, class: 'none', note: reason });
