import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState, type FormEvent } from 'react';
import { proposals, type Labels, type Proposal } from '../../api/labels';
import { useSourceName } from '../../api/sources';
import { useWords } from '../../i18n';
import { Card, Tag } from '../../ui/layout';
import { Answered, Empty, Failure, Loading } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import d from '../trust/trust.module.css';
import { FieldName } from './FieldName';
import { agreed, dismissed, put } from './model';
import { useSaving } from './useSaving';

const LabelForm = lazy(() => import('./LabelForm'));
const DAYS = [1, 7, 30, 90];

/** Fields that look personal and have no label yet, for somebody to decide; and what was masked before it was written. */
export function Proposals({ saved }: { saved: Labels }) {
  const { t, num } = useWords();
  const { days = 7 } = useSearch({ from: '/signed-in/labels' });
  const navigate = useNavigate({ from: '/labels' });
  const found = useQuery(proposals(days));
  return (
    <>
      <Card
        title={t('labels.proposals')}
        help={t('labels.proposalsHelp')}
        side={<NativeSelect size="xs" aria-label={t('labels.days')} value={String(days)} data={[...new Set([...DAYS, days])].map((each) => ({ value: String(each), label: t('labels.lastDays', { n: num(each) }) }))} onChange={(event) => void navigate({ search: (old) => ({ ...old, days: Number(event.currentTarget.value) === 7 ? undefined : Number(event.currentTarget.value) }), replace: true, resetScroll: false })} />}
      >
        <Answered query={found} rows={4}>
          {({ events, proposals: all }) => (
            <>
              {all.length === 0 ? (
                <Empty title={t('labels.noProposal')} text={t('labels.noProposalMore')} />
              ) : (
                <ul aria-label={t('labels.proposals')}>
                  {all.map((each) => (
                    <One key={each.field} saved={saved} proposal={each} />
                  ))}
                </ul>
              )}
              <p className={`${d.pad} small muted`}>{t('labels.looked', { n: num(events) })}</p>
            </>
          )}
        </Answered>
      </Card>
      <Card title={t('labels.masked')} help={t('labels.maskedHelp')}>
        <Answered query={found} rows={3}>
          {({ masked }) => (masked.length === 0 ? <Empty title={t('labels.noMasked')} text={t('labels.noMaskedMore')} /> : <Masked all={masked} />)}
        </Answered>
      </Card>
    </>
  );
}

function One({ saved, proposal }: { saved: Labels; proposal: Proposal }) {
  const { t, num, share } = useWords();
  const [open, setOpen] = useState<'accept' | 'dismiss'>();
  const [reason, setReason] = useState('');
  const saving = useSaving(saved);
  const dismiss = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') saving.mutate({ next: put(saved, dismissed(proposal, reason.trim())), reason: reason.trim() });
  };
  const toggle = (what: 'accept' | 'dismiss') => setOpen(open === what ? undefined : what);
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <FieldName field={proposal.field} />
          <div className="small muted">
            {proposal.kinds.length === 0 ? t('labels.byName') : t('labels.recognised', { kinds: proposal.kinds.map((kind) => t(`labels.kinds.${kind}`)).join(', '), n: num(proposal.recognised), all: num(proposal.values), share: share(proposal.values === 0 ? 0 : proposal.recognised / proposal.values) })}
          </div>
        </div>
        <span className={d.side}>
          <Tag tone="warn">{t(`labels.classes.${proposal.class}`)}</Tag>
          <Button size="xs" aria-expanded={open === 'accept'} aria-label={`${proposal.field}: ${t('labels.accept')}`} onClick={() => toggle('accept')}>
            {t('labels.accept')}
          </Button>
          <Button size="xs" variant="default" aria-expanded={open === 'dismiss'} aria-label={`${proposal.field}: ${t('labels.dismiss')}`} onClick={() => toggle('dismiss')}>
            {t('labels.dismiss')}
          </Button>
        </span>
      </div>
      {open === 'accept' && (
        <Suspense fallback={<Loading rows={4} />}>
          <LabelForm saved={saved} label={agreed(proposal)} over={() => setOpen(undefined)} title={`${proposal.field}: ${t('labels.accept')}`} />
        </Suspense>
      )}
      {open === 'dismiss' && (
        <form className={d.detail} onSubmit={dismiss} aria-label={`${proposal.field}: ${t('labels.dismiss')}`}>
          <TextInput label={t('reason')} description={t('labels.dismissHint')} value={reason} required maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
          {saving.isError && <Failure problem={saving.error} />}
          <div>
            <Button type="submit" size="xs" loading={saving.isPending} disabled={reason.trim() === ''}>
              {t('labels.dismissNow')}
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}

function Masked({ all }: { all: { source: string; kind: string; path: string; count: number }[] }) {
  const { t, num } = useWords();
  const source = useSourceName();
  return (
    <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('labels.masked')}>
      <table className={ui.table}>
        <thead>
          <tr>
            <th scope="col">{t('labels.kind')}</th>
            <th scope="col">{t('labels.source')}</th>
            <th scope="col">{t('labels.place')}</th>
            <th scope="col" className={ui.r}>
              {t('labels.times')}
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ source: id, kind, path, count }) => (
            <tr key={`${id} ${kind} ${path}`}>
              <td>{t(`labels.kinds.${kind}`)}</td>
              <td>{source(id) || '–'}</td>
              <td className="mono">{path || '–'}</td>
              <td className={`${ui.r} num`}>{num(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
