import { Button, NumberInput } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { entry, ledger } from '../../api/trust';
import { useWords } from '../../i18n';
import { Card, Code, Figure, Figures, Page } from '../../ui/layout';
import { Answered, Empty, Failure, Loading } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { Statement } from '../trust/Statement';
import d from '../trust/trust.module.css';

/** Entries of a page; each is asked for by its number. */
const PAGE = 12;

/** What proves who decided what: how long it is, that its chain holds, and every entry by its number. */
export function LedgerPage() {
  const { t, num, bytes } = useWords();
  const found = useQuery(ledger);
  return (
    <Page title={t('ledger.title')} lead={t('ledger.lead')}>
      <Answered query={found} rows={8}>
        {(data) => (
          <>
            <Figures>
              <Figure label={t('ledger.entries')} value={t('count', { n: num(data.entries) })} help={t('ledger.entriesHelp')} />
              <Figure label={t('ledger.erased')} value={t('count', { n: num(data.erased) })} help={t('ledger.erasedHelp')} />
              <Figure label={t('ledger.size')} value={bytes(data.bytes)} help={t('ledger.sizeHelp')} />
              <Figure label={t('ledger.position')} value={num(Number(data.position))} help={t('ledger.positionHelp')} />
            </Figures>
            <div className={d.two}>
              <Entries entries={data.entries} />
              <Card title={t('ledger.chain')} help={t('ledger.chainHelp')}>
                <div className={d.pad}>
                  <p className="small">{t('ledger.chainMore')}</p>
                  <dl className={d.facts} style={{ gridTemplateColumns: 'minmax(0, 1fr)' }}>
                    <dt>{t('ledger.last')}</dt>
                    <dd className="mono">{data.entries === 0 ? '–' : data.link}</dd>
                    <dt>{t('ledger.key')}</dt>
                    <dd className="mono">{data.publicKey}</dd>
                  </dl>
                  <p className="small muted">{t('ledger.verify')}</p>
                  <Code text={'inyeon verify --data DIR\ninyeon verify-receipt receipt.json'} label={t('ledger.verify')} wrap />
                </div>
              </Card>
            </div>
          </>
        )}
      </Answered>
    </Page>
  );
}

function Entries({ entries }: { entries: number }) {
  const { t } = useWords();
  const { entry: from } = useSearch({ from: '/signed-in/ledger' });
  const navigate = useNavigate({ from: '/ledger' });
  const top = Math.min(from ?? entries, entries);
  const numbers = Array.from({ length: Math.min(PAGE, top) }, (_, i) => top - i);
  const found = useQueries({ queries: numbers.map(entry) });
  const [asked, setAsked] = useState<string | number>('');
  const go = (number: number | undefined) => void navigate({ search: { entry: number }, resetScroll: false });
  const find = (event: FormEvent) => {
    event.preventDefault();
    const number = Number(asked);
    if (number >= 1) go(Math.min(number, entries));
  };
  const wrong = found.find((each) => each.isError && each.data === undefined);
  return (
    <Card
      title={t('ledger.list')}
      help={t('ledger.listHelp')}
      side={
        entries > 0 && (
          <form onSubmit={find} className={d.buttons} role="search" aria-label={t('ledger.find')}>
            <NumberInput size="xs" w={120} hideControls min={1} allowDecimal={false} value={asked} onChange={setAsked} placeholder={t('ledger.find')} aria-label={t('ledger.find')} />
          </form>
        )
      }
    >
      {entries === 0 ? (
        <Empty title={t('ledger.none')} text={t('ledger.noneMore')} />
      ) : wrong ? (
        <Failure problem={wrong.error} again={() => void wrong.refetch()} />
      ) : found.some((each) => each.data === undefined) ? (
        <Loading rows={PAGE} />
      ) : (
        <ul>
          {found.map(({ data }) => data && <Statement key={data.number} entry={data} owner />)}
        </ul>
      )}
      {entries > PAGE && (
        <div className={ui.row}>
          <Button variant="default" size="xs" disabled={top >= entries} onClick={() => go(top + PAGE >= entries ? undefined : top + PAGE)}>
            {t('ledger.newer')}
          </Button>
          <Button variant="default" size="xs" disabled={top <= PAGE} onClick={() => go(top - PAGE)}>
            {t('ledger.older')}
          </Button>
        </div>
      )}
    </Card>
  );
}
