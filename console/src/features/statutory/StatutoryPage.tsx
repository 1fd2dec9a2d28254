import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { openKept, retention, type Kind } from '../../api/registers';
import { erasures, type Erasure } from '../../api/rights';
import { useWords } from '../../i18n';
import { Card, Code, Page, Tag } from '../../ui/layout';
import { Answered, Empty, Failure, Loading } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { Beside } from '../trust/Beside';
import { Paged } from '../trust/Paged';
import d from '../trust/trust.module.css';
import { ReasonField } from './ReasonField';

const EditRules = lazy(() => import('./EditRules'));

/** What a law obliges to keep though its person is erased: the rules, what is held, and the way to read it. */
export function StatutoryPage() {
  const { t } = useWords();
  const found = useQuery(retention);
  const [editing, edit] = useState(false);
  return (
    <Page
      title={t('statutory.title')}
      lead={t('statutory.lead')}
      actions={
        !editing &&
        found.data && (
          <Button variant="default" onClick={() => edit(true)}>
            {t('statutory.edit')}
          </Button>
        )
      }
    >
      <Beside of="retention" />
      <Card title={t('statutory.rules')} help={t('statutory.rulesHelp')}>
        <Answered query={found} rows={4}>
          {(kinds) =>
            editing ? (
              <Suspense fallback={<Loading rows={6} />}>
                <EditRules kinds={kinds} over={() => edit(false)} />
              </Suspense>
            ) : kinds.length === 0 ? (
              <Empty title={t('statutory.none')} text={t('statutory.noneMore')} />
            ) : (
              <Rules kinds={kinds} />
            )
          }
        </Answered>
      </Card>
      <Held />
    </Page>
  );
}

/** A term in years where it is whole ones. */
function useTerm() {
  const { t, num } = useWords();
  return (months: number) => (months % 12 === 0 ? t('statutory.years', { n: num(months / 12) }) : t('statutory.months', { n: num(months) }));
}

function Rules({ kinds }: { kinds: Kind[] }) {
  const { t } = useWords();
  const term = useTerm();
  return (
    <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('statutory.rules')}>
      <table className={ui.table}>
        <thead>
          <tr>
            <th scope="col">{t('statutory.kind')}</th>
            <th scope="col">{t('statutory.term')}</th>
            <th scope="col">{t('statutory.events')}</th>
            <th scope="col">{t('statutory.law')}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ kind, months, events, law }) => (
            <tr key={kind}>
              <th scope="row" style={{ color: 'inherit', whiteSpace: 'normal' }}>
                {t(`lawful.${kind}`, { defaultValue: kind })}
              </th>
              <td style={{ whiteSpace: 'nowrap' }}>{term(months)}</td>
              <td style={{ minWidth: 180 }}>{events.join(', ')}</td>
              <td className="small" style={{ minWidth: 180 }}>
                {law || '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Of which erased people something is held; who they were nobody can tell without the key. */
function Held() {
  const { t } = useWords();
  const found = useInfiniteQuery(erasures);
  return (
    <Card title={t('statutory.held')} help={t('statutory.heldHelp')}>
      <Paged
        query={found}
        of={({ erasures: all }) => all.filter(({ keptByLaw = [] }) => keptByLaw.length > 0)}
        rows={3}
        none={!found.hasNextPage && <Empty title={t('statutory.nothing')} text={t('statutory.nothingMore')} />}
      >
        {(holding) => (
          <ul>
            {holding.map((each) => (
              <One key={each.id} erasure={each} />
            ))}
          </ul>
        )}
      </Paged>
    </Card>
  );
}

function One({ erasure: one }: { erasure: Erasure }) {
  const { t, num, date } = useWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const reading = useMutation({ mutationFn: () => openKept(one.id, reason.trim()) });
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <Link className={d.name} to="/erasures/$id" params={{ id: one.id }}>
            {t('erasures.one', { id: one.id })}
          </Link>
          <div className="small muted">{t('statutory.erasedAt', { time: date(one.askedAt) })}</div>
          <div className={d.buttons} style={{ marginTop: 4 }}>
            {(one.keptByLaw ?? []).map(({ kind, records, until }) => (
              <Tag key={kind} tone="sky">
                {t(`lawful.${kind}`, { defaultValue: kind })} {t('erasures.lawKept', { n: num(records), time: date(until) })}
              </Tag>
            ))}
          </div>
        </div>
        <span className={d.side}>
          <button type="button" className={ui.textButton} aria-expanded={open} aria-label={`${one.id}: ${t('statutory.read')}`} onClick={() => setOpen(!open)}>
            {t('statutory.read')}
          </button>
        </span>
      </div>
      {open && (
        <div className={d.detail}>
          {reading.data ? (
            reading.data.length === 0 ? (
              <p className="small muted">{t('statutory.over')}</p>
            ) : (
              <ul style={{ display: 'grid', gap: 10 }} aria-label={t('statutory.records')}>
                {reading.data.map(({ kind, until, record }, i) => (
                  <li key={i}>
                    <p className="small">
                      {t(`lawful.${kind}`, { defaultValue: kind })} · {t('statutory.until', { time: date(until) })}
                    </p>
                    <Code text={pretty(record)} label={`${t(`lawful.${kind}`, { defaultValue: kind })} ${i + 1}`} />
                  </li>
                ))}
              </ul>
            )
          ) : (
            <ReasonField description={t('statutory.readHint')} value={reason} set={setReason} label={t('statutory.readNow')} busy={reading.isPending} go={() => reading.mutate()} />
          )}
          {reading.isError && <Failure problem={reading.error} />}
        </div>
      )}
    </li>
  );
}

/** A record, with its event opened up: it stands there as the text that came. */
function pretty(record: object): string {
  const { event, ...rest } = record as { event?: unknown };
  let sent = event;
  try {
    if (typeof event === 'string') sent = JSON.parse(event);
  } catch {
    // Shown as it came.
  }
  return JSON.stringify({ ...rest, ...(sent === undefined ? {} : { event: sent }) }, null, 2);
}
