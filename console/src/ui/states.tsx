import { Button, Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '../api/problem';
import { useWords } from '../i18n';
import s from './ui.module.css';

/** While something is on its way: the shape of what comes. */
export function Loading({ rows = 5 }: { rows?: number }) {
  const { t } = useWords();
  return (
    <div className={s.state} role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, i) => (
        <Skeleton key={i} height={14} radius={6} width={`${92 - ((i * 17) % 40)}%`} />
      ))}
    </div>
  );
}

/** Nothing is here: why, and one thing to do. */
export function Empty({ title, text, action }: { title: string; text?: string; action?: ReactNode }) {
  return (
    <div className={s.state}>
      <p className={s.stateTitle}>{title}</p>
      {text && <p className={s.stateText}>{text}</p>}
      {action}
    </div>
  );
}

/** What happened, what is safe, what to do; and the code for whoever is asked for help. */
export function Failure({ problem, again }: { problem: unknown; again?: () => void }) {
  const { t, num } = useWords();
  const said = problem instanceof Problem ? problem : new Problem(-1, { code: 'bug', detail: String(problem) });
  const known = t(`errors.${said.code}.what`, { defaultValue: '' }) !== '';
  const key = known ? said.code : said.status >= 500 ? 'server' : 'other';
  return (
    <div className={`${s.state} ${s.bad}`} role="alert">
      <p className={s.stateTitle}>{t(`errors.${key}.what`)}</p>
      <p className={s.stateText}>{t(`errors.${key}.do`)}</p>
      {said.reasons.length > 0 && (
        <ul className="small">
          {said.reasons.slice(0, 10).map((reason, i) => (
            <li key={i}>
              {t(`reasons.${reason.code}`, { defaultValue: reason.code })}
              {reason.path ? ` · ${reason.path}` : ''}
              {reason.found ? ` · “${reason.found}”` : ''}
            </li>
          ))}
        </ul>
      )}
      <p className="small muted">
        {t('errors.code', { code: said.code })}
        {said.retryAfterSeconds > 0 && ` · ${t('errors.retry', { n: num(said.retryAfterSeconds) })}`}
      </p>
      {again && (
        <Button size="xs" variant="default" onClick={again}>
          {t('again')}
        </Button>
      )}
    </div>
  );
}

/** Shows what a question came to, or how it stands. What was known stays in sight while it is asked anew. */
export function Answered<T>({ query, children, rows }: { query: UseQueryResult<T>; children: (data: T) => ReactNode; rows?: number }) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <Failure problem={query.error} again={() => void query.refetch()} />;
  return <Loading rows={rows} />;
}
