import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { requests, type RightsRequest } from '../../api/rights';
import { useWords } from '../../i18n';
import { Card, Page, Tag, type Tone } from '../../ui/layout';
import { Answered, Empty } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { short } from '../erasure/standing';
import d from '../trust/trust.module.css';
import { Handle } from './Handle';
import { MakeRequest } from './MakeRequest';

const TONES: Record<RightsRequest['state'], Tone> = { open: 'warn', verified: 'sky', done: 'ok', refused: 'plum' };
const open = ({ state }: RightsRequest) => state === 'open' || state === 'verified';

/** What people have asked for, whichever is due first. */
export function RequestsPage() {
  const { t } = useWords();
  const { show } = useSearch({ from: '/signed-in/requests' });
  const navigate = useNavigate({ from: '/requests' });
  const found = useQuery(requests);
  return (
    <Page title={t('requests.title')} lead={t('requests.lead')}>
      <div>
        <SegmentedControl aria-label={t('requests.show')} value={show ?? 'open'} onChange={(value) => void navigate({ search: { show: value === 'closed' ? 'closed' : undefined }, replace: true })} data={(['open', 'closed'] as const).map((value) => ({ value, label: t(`requests.shows.${value}`) }))} />
      </div>
      <div className={d.two}>
        <Card title={t('requests.list')} help={t('requests.listHelp')}>
          <Answered query={found} rows={6}>
            {(all) => {
              const shown = all.filter((each) => open(each) === (show !== 'closed'));
              return shown.length === 0 ? (
                <Empty title={t('requests.none')} text={t('requests.noneMore')} />
              ) : (
                <ul>
                  {shown.map((each) => (
                    <One key={each.id} request={each} />
                  ))}
                </ul>
              );
            }}
          </Answered>
        </Card>
        <MakeRequest />
      </div>
    </Page>
  );
}

function One({ request }: { request: RightsRequest }) {
  const { t, date, ago } = useWords();
  const [handled, handle] = useState(false);
  const waiting = open(request);
  const kind = t(`requests.kinds.${request.kind}`, { defaultValue: request.kind });
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <div className={d.name}>
            {kind} <span className="small muted">{request.id}</span>
          </div>
          <div className="small muted">
            {t('requests.received', { time: date(request.receivedAt), law: t(`requests.laws.${request.law}`) })}
            {request.subject ? <span className="mono"> · {short(request.subject)}</span> : ` · ${t('requests.nobody')}`}
          </div>
          {request.identityNote && <div className="small">{t('requests.identity', { note: request.identityNote })}</div>}
          {request.outcome && <div className="small">{t('requests.outcome', { note: request.outcome })}</div>}
          {request.erasure && (
            <Link className="small" to="/erasures/$id" params={{ id: request.erasure }}>
              {t('erasures.one', { id: request.erasure })}
            </Link>
          )}
        </div>
        <span className={d.side} style={{ flexWrap: 'wrap' }}>
          {waiting ? <Tag tone={request.overdue ? 'bad' : 'sky'}>{request.overdue ? t('requests.overdue', { time: date(request.dueAt) }) : t('requests.due', { time: date(request.dueAt), ago: ago(request.dueAt) })}</Tag> : request.closedAt && <span className="small muted">{date(request.closedAt)}</span>}
          <Tag tone={TONES[request.state]}>{t(`requests.states.${request.state}`)}</Tag>
          {waiting && (
            <button type="button" className={ui.textButton} aria-expanded={handled} aria-label={`${kind} ${request.id}: ${t('requests.handle')}`} onClick={() => handle(!handled)}>
              {t('requests.handle')}
            </button>
          )}
        </span>
      </div>
      {waiting && handled && <Handle request={request} />}
    </li>
  );
}
