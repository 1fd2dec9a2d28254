import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { change, correctionsOf, oneRequest, queue } from '../../api/decisions';
import { called, person } from '../../api/people';
import type { RightsRequest } from '../../api/rights';
import { useWords } from '../../i18n';
import { Card, Page } from '../../ui/layout';
import { Answered, Empty, Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import ui from '../../ui/ui.module.css';
import { Handle } from '../requests/Handle';
import { Row, waits } from '../requests/Row';
import { Beside } from '../trust/Beside';
import { Paged } from '../trust/Paged';
import d from '../trust/trust.module.css';
import { CorrectForm } from './CorrectForm';
import { Corrections } from './Correcting';

/** What people say is wrong of what is held of them, whichever is due first. */
export function CorrectionsPage() {
  const { t } = useWords();
  const { show, open } = useSearch({ from: '/signed-in/corrections' });
  const navigate = useNavigate({ from: '/corrections' });
  const found = useInfiniteQuery(queue(show === 'closed', 'rectification'));
  const toggle = (id: string) => void navigate({ search: (old) => ({ ...old, open: open === id ? undefined : id }), replace: true, resetScroll: false });
  return (
    <Page title={t('corrections.title')} lead={t('corrections.lead')}>
      <Beside of="requests" />
      <div>
        <SegmentedControl aria-label={t('requests.show')} value={show ?? 'open'} onChange={(value) => void navigate({ search: { show: value === 'closed' ? 'closed' : undefined }, replace: true })} data={(['open', 'closed'] as const).map((value) => ({ value, label: t(`requests.shows.${value}`) }))} />
      </div>
      <Card title={t('corrections.list')} help={t('corrections.listHelp')}>
        <Paged query={found} of={({ requests }) => requests} rows={5} none={<Empty title={t('corrections.none')} text={t('corrections.noneMore')} action={<Link to="/requests">{t('requests.make')}</Link>} />}>
          {(all) => (
            <ul aria-label={t('corrections.list')}>
              {all.map((each) => (
                <Row
                  key={each.id}
                  request={each}
                  title={t('requests.kinds.rectification')}
                  side={
                    <button type="button" className={ui.textButton} aria-expanded={open === each.id} aria-label={`${each.id}: ${t(waits(each) ? 'requests.handle' : 'corrections.look')}`} onClick={() => toggle(each.id)}>
                      {t(waits(each) ? 'requests.handle' : 'corrections.look')}
                    </button>
                  }
                >
                  {open === each.id && <Opened request={each} />}
                </Row>
              ))}
            </ul>
          )}
        </Paged>
      </Card>
    </Page>
  );
}

function Opened({ request }: { request: RightsRequest }) {
  const { t } = useWords();
  const found = useQuery(oneRequest(request.id));
  const { subject } = request;
  const { data: whose } = useQuery({ ...person(subject ?? ''), enabled: Boolean(subject), retry: false });
  return (
    <div className={d.detail}>
      <Answered query={found} rows={2}>
        {({ words }) => (words ? <blockquote className={d.wording} style={{ margin: 0, whiteSpace: 'pre-line' }}>{words}</blockquote> : <p className="small muted">{t('corrections.noWords')}</p>)}
      </Answered>
      {subject && (
        <p className="small">
          <Link to="/c/$who" params={{ who: subject }} search={{ tab: 'traits' }} preload={false}>
            {whose ? called(whose) : t('corrections.customer')}
          </Link>
        </p>
      )}
      {!waits(request) ? subject && <Made subject={subject} request={request.id} /> : request.state === 'open' || !subject ? <Handle request={request} /> : <Decide request={request} subject={subject} />}
    </div>
  );
}

/** What it came to. */
function Made({ subject, request }: { subject: string; request: string }) {
  const { t } = useWords();
  const found = useQuery(correctionsOf(subject));
  return (
    <Answered query={found} rows={2}>
      {(all) => {
        const mine = all.filter((each) => each.request === request);
        return mine.length === 0 ? <p className="small muted">{t('corrections.nothingMade')}</p> : <Corrections who={subject} all={mine} />;
      }}
    </Answered>
  );
}

/** It is put right, or refused; either way with a reason that the person is told. */
function Decide({ request, subject }: { request: RightsRequest; subject: string }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [way, choose] = useState<'accept' | 'refuse'>();
  const [reason, setReason] = useState('');
  const refusing = useMutation({
    mutationFn: () => change(request.id, { state: 'refused', outcome: reason.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['requests'] });
      done(t('corrections.refused'));
    },
  });
  if (way === 'accept') return <CorrectForm who={subject} request={request.id} over={() => choose(undefined)} />;
  if (way === 'refuse') {
    const submit = (event: FormEvent) => {
      event.preventDefault();
      if (reason.trim() !== '') refusing.mutate();
    };
    return (
      <form className={d.stack} onSubmit={submit} aria-label={t('corrections.refuse')}>
        <TextInput label={t('reason')} description={t('corrections.refuseHint')} value={reason} required maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
        {refusing.isError && <Failure problem={refusing.error} />}
        <div className={d.buttons}>
          <Button type="submit" loading={refusing.isPending} disabled={reason.trim() === ''}>
            {t('corrections.refuseNow')}
          </Button>
          <Button variant="default" onClick={() => choose(undefined)}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    );
  }
  return (
    <div className={d.buttons}>
      <Button size="xs" onClick={() => choose('accept')}>
        {t('corrections.acceptBegin')}
      </Button>
      <Button size="xs" variant="default" onClick={() => choose('refuse')}>
        {t('corrections.refuse')}
      </Button>
    </div>
  );
}
