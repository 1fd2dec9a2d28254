import type { Step, Transformation } from '../../api/transformations';
import { useSourceName } from '../../api/sources';
import { useWords } from '../../i18n';
import { text } from './model';

/** A place of an event as people read it: `properties › price`. */
export const place = (path: string) => path.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')).join(' › ');

/** Transformations and their steps in words. */
export function useSaid() {
  const { t } = useWords();
  const source = useSourceName();
  return {
    name: ({ id, name }: Transformation) => name || t(`templates.${id.replaceAll('-', '_')}`, { defaultValue: id }),
    step: (step: Step): string => {
      const to = Array.isArray(step.to) ? step.to.join(', ') : (step.to ?? '');
      return t(`steps.${step.do}.said`, { path: place(step.path) || '–', to: step.do === 'cast' ? t(`casts.${to}`, { defaultValue: to }) : to.startsWith('/') ? place(to) : to || '–', value: text(step.value), template: step.template ?? '', table: step.table ?? '', as: step.as ? t(`forms.${step.as}`, { defaultValue: step.as }) : '', n: Object.keys(step.values ?? {}).length });
    },
    scope: ({ sources = [], events = [], when }: Transformation): string =>
      [sources.length === 0 ? t('changes.allSources') : sources.map(source).join(', '), events.length === 0 ? t('changes.allEvents') : events.join(', '), when === undefined ? '' : t('changes.withCondition')].filter((part) => part !== '').join(' · '),
  };
}
