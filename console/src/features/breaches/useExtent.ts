import { useQuery } from '@tanstack/react-query';
import { importList, type Breach } from '../../api/incidents';
import { useSourceName } from '../../api/sources';
import { useWords } from '../../i18n';

/** What got out, in words. */
export function useExtent() {
  const { t, moment } = useWords();
  const source = useSourceName();
  const { data: imports } = useQuery(importList);
  return ({ kind, id = '', from, to }: Breach['extent']) => {
    const span = from || to ? `${from ? moment(from) : ''} – ${to ? moment(to) : ''}` : '';
    const what = kind === 'source' ? source(id) : kind === 'import' ? (imports?.find((each) => each.id === id)?.name ?? id) : id;
    return [`${t(`breaches.kinds.${kind}`)}${what ? ` ${what}` : ''}`, span].filter((part) => part !== '').join(' · ');
  };
}
