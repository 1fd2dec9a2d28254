import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { objections, queue } from '../../api/decisions';
import { lift, type Restriction } from '../../api/registers';
import type { RightsRequest } from '../../api/rights';
import { segments } from '../../api/segments';
import { useWords } from '../../i18n';
import { Card, Page, Tag } from '../../ui/layout';
import { Answered, Empty, Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import ui from '../../ui/ui.module.css';
import { short } from '../erasure/standing';
import { Handle } from '../requests/Handle';
import { Row, waits } from '../requests/Row';
import { Beside } from '../trust/Beside';
import { Paged } from '../trust/Paged';
import d from '../trust/trust.module.css';

/** What is decided of people without a person: the questions, who objects, and by what it is decided. */
export function DecisionsPage() {
  const { t } = useWords();
  return (
    <Page title={t('automated.title')} lead={t('automated.lead')}>
      <Beside of="requests" />
      <div className={d.two}>
        <div className={d.stack}>
          <Questions />
          <Objections />
        </div>
        <Deciding />
      </div>
    </Page>
  );
}

function Questions() {
  const { t } = useWords();
  const { show } = useSearch({ from: '/signed-in/decisions' });
  const navigate = useNavigate({ from: '/decisions' });
  const found = useInfiniteQuery(queue(show === 'closed', 'automated-decision'));
  return (
    <Card title={t('automated.questions')} help={t('automated.questionsHelp')} side={<SegmentedControl size="xs" aria-label={t('requests.show')} value={show ?? 'open'} onChange={(value) => void navigate({ search: { show: value === 'closed' ? 'closed' : undefined }, replace: true })} data={(['open', 'closed'] as const).map((value) => ({ value, label: t(`requests.shows.${value}`) }))} />}>
      <Paged query={found} of={({ requests }) => requests} none={<Empty title={t('automated.noQuestion')} text={t('automated.noQuestionMore')} />}>
        {(all) => (
          <ul aria-label={t('automated.questions')}>
            {all.map((each) => (
              <Question key={each.id} request={each} />
            ))}
          </ul>
        )}
      </Paged>
    </Card>
  );
}

function Question({ request }: { request: RightsRequest }) {
  const { t } = useWords();
  const { data: known } = useQuery({ ...segments, refetchInterval: false });
  const [open, setOpen] = useState(false);
  const { about, subject } = request;
  return (
    <Row
      request={request}
      title={t('requests.kinds.automated-decision')}
      about={
        <div className="small">
          {about && (
            <Link to="/segments/$id" params={{ id: about }}>
              {known?.find(({ id }) => id === about)?.name ?? about}
            </Link>
          )}{' '}
          {subject && (
            <Link to="/c/$who" params={{ who: subject }} search={{ tab: 'consents' }} preload={false}>
              {t('automated.customer')}
            </Link>
          )}
        </div>
      }
      side={
        waits(request) && (
          <button type="button" className={ui.textButton} aria-expanded={open} aria-label={`${request.id}: ${t('requests.handle')}`} onClick={() => setOpen(!open)}>
            {t('requests.handle')}
          </button>
        )
      }
    >
      {waits(request) && open && <Handle request={request} />}
    </Row>
  );
}

function Objections() {
  const { t } = useWords();
  const found = useInfiniteQuery(objections);
  return (
    <Card title={t('automated.objections')} help={t('automated.objectionsHelp')}>
      <Paged query={found} of={({ restrictions }) => restrictions} none={<Empty title={t('automated.noObjection')} text={t('automated.noObjectionMore')} />}>
        {(all) => (
          <ul aria-label={t('automated.objections')}>
            {all.map((each) => (
              <Objection key={each.id} one={each} />
            ))}
          </ul>
        )}
      </Paged>
    </Card>
  );
}

function Objection({ one }: { one: Restriction }) {
  const { t, moment } = useWords();
  const client = useQueryClient();
  const [sure, ask] = useState(false);
  const lifting = useMutation({
    mutationFn: () => lift(one.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: objections.queryKey });
      done(t('automated.lifted'));
    },
  });
  // What stands against more than this is lifted where all of it is seen.
  const alone = !one.allUse && one.purposes.length === 0;
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <Link className={`${d.name} mono`} to="/c/$who" params={{ who: one.id }} search={{ tab: 'consents' }} preload={false}>
            {short(one.id)}
          </Link>
          <div className="small">{one.reason}</div>
          <div className="small muted">{[moment(one.at), one.author].join(' · ')}</div>
        </div>
        <span className={d.side}>
          {!alone && <Tag tone="bad">{t(one.allUse ? 'automated.allUse' : 'automated.andPurposes')}</Tag>}
          {sure ? (
            <>
              <Button size="xs" className={d.danger} loading={lifting.isPending} onClick={() => lifting.mutate()}>
                {t('automated.liftNow')}
              </Button>
              <Button size="xs" variant="default" onClick={() => ask(false)}>
                {t('cancel')}
              </Button>
            </>
          ) : (
            alone && (
              <button type="button" className={ui.textButton} aria-label={`${short(one.id)}: ${t('automated.lift')}`} onClick={() => ask(true)}>
                {t('automated.lift')}
              </button>
            )
          )}
        </span>
      </div>
      {lifting.isError && <Failure problem={lifting.error} />}
    </li>
  );
}

/** The segments by which people are picked. */
function Deciding() {
  const { t, num } = useWords();
  const found = useQuery({ ...segments, refetchInterval: false });
  return (
    <Card title={t('automated.deciding')} help={t('automated.decidingHelp')}>
      <Answered query={found} rows={4}>
        {(all) => {
          const active = all.filter(({ status }) => status === 'active');
          return active.length === 0 ? (
            <Empty title={t('automated.noSegment')} text={t('automated.noSegmentMore')} />
          ) : (
            <ul aria-label={t('automated.deciding')}>
              {active.slice(0, 100).map(({ id, name, size }) => (
                <li key={id} className={ui.row}>
                  <Link to="/segments/$id" params={{ id }}>
                    {name}
                  </Link>
                  <span className={`${ui.end} small muted num`}>{size !== undefined && t('people', { n: num(size) })}</span>
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </Card>
  );
}
