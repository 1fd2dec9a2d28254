import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { purposes, titled } from '../../api/purposes';
import { useWords } from '../../i18n';

/**
 * How a purpose is called: by its title, or as sources speak of it. The list of them is heavy beside a few names, so it
 * is fetched only when a name is asked for that the words do not know.
 */
export function usePurposeName() {
  const { t, language } = useWords();
  const [needed, need] = useState(false);
  const { data: known } = useQuery({ ...purposes, enabled: needed });
  return useCallback(
    (key: string) => {
      const word = t(`purposes.${key}`, { defaultValue: '' });
      if (!needed && word === '') queueMicrotask(() => need(true));
      const meant = known?.find((each) => each.key === key || each.aliases.includes(key));
      return meant ? titled(known, meant.key, language) : word || key;
    },
    [needed, known, language, t],
  );
}
