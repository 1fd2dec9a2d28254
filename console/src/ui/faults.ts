import { Problem } from '../api/problem';
import { useWords } from '../i18n';

/** What a server found wrong with a form, for the field that each path points at. */
export function useFaults(problem: unknown) {
  const { t } = useWords();
  const reasons = problem instanceof Problem ? problem.reasons : [];
  const under = (path: string, at = '') => at === path || at.startsWith(`${path}/`);
  return {
    /** @param path a JSON Pointer; what lies below it counts, too */
    at: (path: string) => {
      const said = reasons.filter((reason) => under(path, reason.path)).map(({ code }) => t(`reasons.${code}`, { defaultValue: code }));
      return said.length === 0 ? undefined : [...new Set(said)].join(' · ');
    },
    /** The problem with what no field of these shows. */
    rest: (paths: string[]) => (problem instanceof Problem ? new Problem(problem.status, { code: problem.code, detail: problem.detail, problems: reasons.filter((reason) => !paths.some((path) => under(path, reason.path))) }) : problem),
  };
}
