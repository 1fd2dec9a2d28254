import { useMutation, useQueryClient } from '@tanstack/react-query';
import { labels, saveLabels, type Labels } from '../../api/labels';
import { useWords } from '../../i18n';
import { done, failed } from '../../ui/toast';

type Contents = Pick<Labels, 'unlabelled' | 'labels'>;

/** Saves labels as their next version, and says how to undo that. */
export function useSaving(saved: Labels, after?: () => void) {
  const { t } = useWords();
  const client = useQueryClient();
  const renew = () => Promise.all([client.invalidateQueries({ queryKey: labels.queryKey }), client.invalidateQueries({ queryKey: ['label-proposals'] })]);
  return useMutation({
    mutationFn: ({ next, reason }: { next: Contents; reason: string }) => saveLabels(saved.version, next, reason),
    onSuccess: async ({ version }) => {
      await renew();
      done(t('labels.saved'), () => void saveLabels(version, saved, t('labels.undone')).then(renew, failed));
      after?.();
    },
  });
}
