import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { segments } from '../../api/segments';
import { purposes as purposeList } from '../../api/trust';
import { NOTHING, vocabulary } from '../../api/vocabulary';
import { deed, propertyName, traitName } from '../../condition/names';
import { Sentence, type Words } from '../../condition/sentence';
import { dotted } from '../../condition/model';
import { useWords } from '../../i18n';
import { usePurposeName } from '../trust/names';

/** Says conditions in the reader's language, with the workspace's own names. */
export function useSentence(): { sentence: Sentence; names: Words } {
  const { t, num, date, language } = useWords();
  const { data: known } = useQuery(segments);
  const { data: words = NOTHING } = useQuery(vocabulary);
  const purpose = usePurposeName();
  const { data: purposes } = useQuery(purposeList);
  return useMemo(() => {
    const names: Words = {
      t,
      num,
      date,
      event: (name) => deed(name, t),
      trait: (path) => words.computedTraits.find(({ id }) => id === dotted(path))?.name ?? traitName(path, t),
      property: (path) => propertyName(path, t),
      segment: (id) => known?.find((each) => each.id === id)?.name ?? id,
      purpose,
    };
    return { sentence: new Sentence(names), names };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `t` and the formats are of the language.
  }, [language, known, words, purposes]);
}
