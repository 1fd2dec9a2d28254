import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { processing, processingFile, type Processing } from '../../api/incidents';
import { useWords } from '../../i18n';
import { Card, Page } from '../../ui/layout';
import { Answered, Empty, Loading } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import d from '../trust/trust.module.css';

const Edit = lazy(() => import('./Edit'));
const AT_ONCE = 30;

/** The record of processing: made of what is there, with what only people can say; to read and to hand out. */
export function ProcessingPage() {
  const { t, language } = useWords();
  const { edit } = useSearch({ from: '/signed-in/processing' });
  const navigate = useNavigate({ from: '/processing' });
  const editing = (on: boolean) => void navigate({ search: { edit: on || undefined }, replace: true, resetScroll: false });
  const found = useQuery({ ...processing, ...(edit ? { refetchOnWindowFocus: false, staleTime: Infinity } : {}) });
  return (
    <Page
      title={t('processing.title')}
      lead={t('processing.lead')}
      actions={
        <>
          <Button component="a" variant="default" href={processingFile(language)} target="_blank" rel="noopener">
            {t('processing.page')}
          </Button>
          <Button component="a" variant="default" href={processingFile()} download="record-of-processing.json">
            {t('processing.json')}
          </Button>
          {found.data && !edit && <Button onClick={() => editing(true)}>{t('processing.edit')}</Button>}
        </>
      }
    >
      <Answered query={found} rows={8}>
        {(record) => (
          <>
            <Card title={t('processing.controller')} help={t('processing.controllerHelp')}>
              {edit ? (
                <Suspense fallback={<Loading rows={6} />}>
                  <Edit saved={record} over={() => editing(false)} />
                </Suspense>
              ) : (
                <Said record={record} />
              )}
            </Card>
            <Made record={record} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Said({ record: { controller, transfers } }: { record: Processing }) {
  const { t } = useWords();
  return (
    <>
      <div className={d.pad}>
        <dl className={d.facts}>
          {(['name', 'officer', 'contact', 'security'] as const).map((field) => (
            <div key={field} style={{ display: 'contents' }}>
              <dt>{t(`processing.${field}`)}</dt>
              <dd style={{ whiteSpace: 'pre-line' }}>{controller[field] || <span className="muted">{t('processing.unsaid')}</span>}</dd>
            </div>
          ))}
        </dl>
      </div>
      {transfers.length === 0 ? (
        <p className={`${d.pad} small muted`}>{t('processing.noTransfer')}</p>
      ) : (
        <Table label={t('processing.transfers')} heads={[t('processing.transferFields.recipient'), t('processing.transferFields.country'), t('processing.transferFields.purpose'), t('processing.transferFields.items'), t('processing.transferFields.safeguard')]} rows={transfers.map((each) => [each.recipient || '–', each.country || '–', each.purpose || '–', each.items || '–', each.safeguard || '–'])} />
      )}
    </>
  );
}

/** What the server knows by itself; each part leads to where it is changed. */
function Made({ record }: { record: Processing }) {
  const { t, num, language } = useWords();
  const kept = (days: number) => (days === 0 ? t('processing.whileUsed') : t('processing.days', { n: num(days) }));
  const term = (rule: Processing['retention']['rules'][number]) => [rule.purpose ?? rule.trait ?? (rule.event === '*' ? t('processing.rest') : rule.event) ?? '', rule.days === undefined ? t('processing.byPurpose') : t('processing.days', { n: num(rule.days) })];
  return (
    <>
      <Card title={t('processing.purposes')} help={t('processing.purposesHelp')} side={<Link to="/purposes">{t('processing.change')}</Link>}>
        <Table label={t('processing.purposes')} heads={[t('processing.purpose'), t('processing.basis'), t('processing.recipients'), t('processing.kept')]} rows={record.purposes.filter(({ active }) => active).map(({ key, titles, basis, recipients, retentionDays }) => [titles[language] ?? Object.values(titles)[0] ?? key, t(`bases.${basis}`, { defaultValue: basis }), recipients.join(', ') || '–', kept(retentionDays)])} />
      </Card>
      <div className={d.two} style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))' }}>
        <Card title={t('processing.traits')} help={t('processing.traitsHelp')}>
          <Table label={t('processing.traits')} heads={[t('processing.item'), t('processing.people')]} rows={record.held.traits.map(({ name, count }) => [name, num(count)])} />
        </Card>
        <Card title={t('processing.events')} help={t('processing.eventsHelp')}>
          <Table label={t('processing.events')} heads={[t('processing.event'), t('processing.count')]} rows={record.held.events.map(({ name, count }) => [name, num(count)])} />
        </Card>
        <Card title={t('processing.sources')} help={t('processing.sourcesHelp')} side={<Link to="/sources">{t('processing.change')}</Link>}>
          <Table label={t('processing.sources')} heads={[t('processing.source'), t('processing.kind')]} rows={record.sources.map(({ name, kind }) => [name, t(`processing.sourceKinds.${kind}`, { defaultValue: kind })])} />
        </Card>
        <Card title={t('processing.retention')} help={t('processing.retentionHelp')} side={<Link to="/retention">{t('processing.change')}</Link>}>
          <Table label={t('processing.retention')} heads={[t('processing.what'), t('processing.kept')]} rows={[...record.retention.rules.map(term), ...record.keptByLaw.map(({ kind, law, months }) => [law || kind, t('processing.months', { n: num(months) })])]} />
        </Card>
      </div>
    </>
  );
}

function Table({ label, heads, rows }: { label: string; heads: string[]; rows: ReactNode[][] }) {
  const { t, num } = useWords();
  const [most, setMost] = useState(AT_ONCE);
  if (rows.length === 0) return <Empty title={t('processing.nothing')} />;
  return (
    <>
      <div className={ui.scroll} tabIndex={0} role="region" aria-label={label}>
        <table className={ui.table} style={{ overflowWrap: 'break-word' }}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((row, i) => (
              <tr key={i}>
                {row.map((cell, j) => (
                  <td key={j}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > most && (
        <div className={ui.row}>
          <Button size="xs" variant="default" aria-label={`${label}: ${t('more')}`} onClick={() => setMost(most + 200)}>
            {t('more')} ({num(rows.length - most)})
          </Button>
        </div>
      )}
    </>
  );
}
