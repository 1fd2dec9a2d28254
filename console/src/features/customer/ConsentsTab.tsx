import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { standing, statements, type Standings } from '../../api/trust';
import { learn, useWords } from '../../i18n';
import { Card, Tag } from '../../ui/layout';
import { Answered, Empty, Failure, Loading } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { languageName } from '../trust/names';
import { usePurposeName } from '../trust/usePurposeName';
import { Statement } from '../trust/Statement';
import d from '../trust/trust.module.css';
import s from './customer.module.css';

await learn('trust');

const RecordConsent = lazy(() => import('./RecordConsent'));
const Rights = lazy(() => import('./Rights'));

/** For what this person's data may be used and why, what they said over time, and a desk to record what they say. */
export default function ConsentsTab({ who, at }: { who: string; at?: string }) {
  const { t, moment } = useWords();
  const now = useQuery(standing(who, at));
  return (
    <div className={s.grid}>
      <div className={s.side}>
        <Card title={t('standing.title')} help={t('standing.help')} side={at ? t('standing.asOf', { time: moment(at) }) : undefined}>
          <Answered query={now} rows={6}>
            {(data) => (
              <ul>
                {data.purposes.map((each) => (
                  <One key={each.purpose} standing={each} />
                ))}
              </ul>
            )}
          </Answered>
        </Card>
        <Told who={who} deciding={now.data?.purposes ?? []} />
      </div>
      <div className={s.side}>
        {at === undefined ? (
          <>
            <Desk who={who} />
            <Suspense fallback={<Loading rows={4} />}>
              <Rights who={who} />
            </Suspense>
          </>
        ) : (
          <p className="small muted">{t('record.past')}</p>
        )}
      </div>
    </div>
  );
}

function One({ standing: each }: { standing: Standings }) {
  const { t, moment, num, language } = useWords();
  const name = usePurposeName();
  const [open, setOpen] = useState(false);
  const { by } = each;
  const called = name(each.purpose);
  const rows: [string, string | undefined][] = [
    ['basis', t(`bases.${each.basis}`)],
    ['version', t('purpose.version', { n: num(each.version) })],
    ['since', each.since && moment(each.since)],
    ['until', each.until && moment(each.until)],
    ['decision', by && t(`decisions.${by.decision}`)],
    ['time', by && moment(by.time)],
    ['channel', by?.channel && t(`channels.${by.channel}`, { defaultValue: by.channel })],
    ['words', by?.wording && t('ledger.wording', { n: by.wording, language: by.language ? languageName(by.language, language) : '–' })],
    ['guardian', by?.guardian ? t('standing.byGuardian') : undefined],
    ['devices', each.devices?.join(', ')],
    ['messageId', by?.messageId],
  ];
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <div className={d.name}>{called}</div>
          <div className="small muted">{t(`grounds.${each.ground}`)}</div>
        </div>
        <span className={d.side}>
          <Tag tone={each.permitted ? 'ok' : each.ground === 'not_asked' ? 'sky' : 'bad'}>{t(each.permitted ? 'standing.permitted' : 'standing.refused')}</Tag>
          <button type="button" className={ui.textButton} aria-expanded={open} aria-label={`${called}: ${t('standing.why')}`} onClick={() => setOpen(!open)}>
            {t('standing.why')}
          </button>
        </span>
      </div>
      {open && (
        <div className={d.detail}>
          <dl className={d.facts}>
            {rows.map(([row, value]) =>
              value === undefined || value === '' ? null : (
                <div key={row} style={{ display: 'contents' }}>
                  <dt>{t(`standing.fields.${row}`)}</dt>
                  <dd className={row === 'messageId' || row === 'devices' ? 'mono' : undefined}>{value}</dd>
                </div>
              ),
            )}
          </dl>
          {!by && <p className="small muted">{t('standing.noStatement')}</p>}
        </div>
      )}
    </li>
  );
}

/** The ledger's entries of this person. */
function Told({ who, deciding }: { who: string; deciding: Standings[] }) {
  const { t } = useWords();
  const pages = useInfiniteQuery(statements(who));
  const entries = useMemo(() => pages.data?.pages.flatMap((page) => page.entries) ?? [], [pages.data]);
  const decides = useMemo(() => new Set(deciding.flatMap(({ purpose, by }) => (by ? [`${by.messageId} ${purpose}`] : []))), [deciding]);
  return (
    <Card title={t('standing.history')} help={t('standing.historyHelp')}>
      {pages.isPending ? (
        <Loading rows={4} />
      ) : pages.isError && entries.length === 0 ? (
        <Failure problem={pages.error} again={() => void pages.refetch()} />
      ) : entries.length === 0 ? (
        <Empty title={t('standing.none')} text={t('standing.noneMore')} />
      ) : (
        <ul>
          {entries.map((entry) => (
            <Statement key={entry.number} entry={entry} decides={entry.said !== undefined && decides.has(`${entry.said.evidence?.messageId} ${entry.said.purpose}`)} />
          ))}
        </ul>
      )}
      {pages.hasNextPage && (
        <div className={ui.row}>
          <Button variant="default" size="xs" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** Where what they say is written down; the form comes when it is asked for. */
function Desk({ who }: { who: string }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (open) {
    return (
      <Suspense fallback={<Loading rows={6} />}>
        <RecordConsent who={who} />
      </Suspense>
    );
  }
  return (
    <Card title={t('record.title')} help={t('record.help')}>
      <div className={d.pad}>
        <p className="small muted">{t('record.beginMore')}</p>
        <Button style={{ justifySelf: 'start' }} onClick={() => setOpen(true)}>
          {t('record.begin')}
        </Button>
      </div>
    </Card>
  );
}
