import { SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { queue } from '../../api/decisions';
import type { RightsRequest } from '../../api/rights';
import { useWords } from '../../i18n';
import { Card, Page } from '../../ui/layout';
import { Empty } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { Beside } from '../trust/Beside';
import { Paged } from '../trust/Paged';
import d from '../trust/trust.module.css';
import { Handle } from './Handle';
import { MakeRequest } from './MakeRequest';
import { Row, waits } from './Row';

/** What people have asked for, whichever is due first. */
export function RequestsPage() {
  const { t } = useWords();
  const { show } = useSearch({ from: '/signed-in/requests' });
  const navigate = useNavigate({ from: '/requests' });
  const found = useInfiniteQuery(queue(show === 'closed'));
  return (
    <Page title={t('requests.title')} lead={t('requests.lead')}>
      <Beside of="requests" />
      <div>
        <SegmentedControl aria-label={t('requests.show')} value={show ?? 'open'} onChange={(value) => void navigate({ search: { show: value === 'closed' ? 'closed' : undefined }, replace: true })} data={(['open', 'closed'] as const).map((value) => ({ value, label: t(`requests.shows.${value}`) }))} />
      </div>
      <div className={d.two}>
        <Card title={t('requests.list')} help={t('requests.listHelp')}>
          <Paged query={found} of={({ requests }) => requests} rows={6} none={<Empty title={t('requests.none')} text={t('requests.noneMore')} />}>
            {(all) => (
              <ul>
                {all.map((each) => (
                  <One key={each.id} request={each} />
                ))}
              </ul>
            )}
          </Paged>
        </Card>
        <MakeRequest />
      </div>
    </Page>
  );
}

function One({ request }: { request: RightsRequest }) {
  const { t } = useWords();
  const [handled, handle] = useState(false);
  const waiting = waits(request);
  const kind = t(`requests.kinds.${request.kind}`, { defaultValue: request.kind });
  return (
    <Row
      request={request}
      title={kind}
      side={
        // Whoever asks to be corrected is answered where that is done.
        waiting && request.kind === 'rectification' && request.subject ? (
          <Link className={ui.textButton} to="/corrections" search={{ open: request.id }} aria-label={`${kind} ${request.id}: ${t('requests.handle')}`}>
            {t('requests.handle')}
          </Link>
        ) : (
          waiting && (
            <button type="button" className={ui.textButton} aria-expanded={handled} aria-label={`${kind} ${request.id}: ${t('requests.handle')}`} onClick={() => handle(!handled)}>
              {t('requests.handle')}
            </button>
          )
        )
      }
    >
      {waiting && handled && <Handle request={request} />}
    </Row>
  );
}
