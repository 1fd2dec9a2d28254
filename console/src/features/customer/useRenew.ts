import { useQueryClient } from '@tanstack/react-query';

/** What holds changes with it: consents, reach and what may be used. */
export function useRenew(who: string) {
  const client = useQueryClient();
  return () => Promise.all([client.invalidateQueries({ queryKey: ['restrictions', who] }), client.invalidateQueries({ queryKey: ['standing', who] }), client.invalidateQueries({ queryKey: ['person', who] })]);
}
