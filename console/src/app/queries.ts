import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem';

/** Tried again is only what may come right by itself. */
const again = (times: number, problem: unknown) =>
  times < 2 && problem instanceof Problem && (problem.status === 0 || problem.status === 409 || problem.status >= 500);

export const queries = new QueryClient({
  defaultOptions: { queries: { retry: again, staleTime: 5_000, refetchOnWindowFocus: true } },
});
