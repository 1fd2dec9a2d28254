import type { Segment } from '../../api/segments';
import { useWords } from '../../i18n';
import { Tag } from '../../ui/layout';

/** Whether a segment is on, or how far it has come. */
export function Standing({ segment }: { segment: Segment }) {
  const { t, share } = useWords();
  if (segment.status === 'draft') return <Tag tone="sky">{t('segments.state.draft')}</Tag>;
  if (segment.status === 'archived') return <Tag tone="warn">{t('segments.state.archived')}</Tag>;
  return segment.ready ? <Tag tone="ok">{t('segments.state.active')}</Tag> : <Tag tone="accent">{t('segments.state.filling', { p: share(segment.progress) })}</Tag>;
}
