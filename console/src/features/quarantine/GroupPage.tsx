import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { group, groups, type Group } from '../../api/quality';
import { useSourceName } from '../../api/sources';
import { useWords } from '../../i18n';
import { Card, Code, Figure, Figures, Page, Tag } from '../../ui/layout';
import { Answered, Empty } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { useCauses } from '../quality/useCauses';
import d from '../trust/trust.module.css';
import { Mend } from './Mend';
import Repairs from './Repairs';

const DAY = 86_400_000;

/** Events that wait for the same reasons: what they are, how they are mended, and what was done. */
export function GroupPage() {
  const { id } = useParams({ from: '/signed-in/quarantine/$id' });
  const { t } = useWords();
  const found = useQuery(group(id));
  const said = useCauses();
  const gone = found.error instanceof Problem && found.error.status === 404;
  return (
    <Page title={found.data && !gone ? said(found.data.causes) : t('causes.one')} lead={<Link to="/quarantine">{t('quarantine.title')}</Link>}>
      {gone ? (
        <Card>
          <Empty title={t('causes.over')} text={t('causes.overMore')} action={<Link to="/quarantine">{t('quarantine.title')}</Link>} />
        </Card>
      ) : (
        <Answered query={found} rows={8}>
          {(data) => <Body group={data} />}
        </Answered>
      )}
      <Repairs group={id} />
    </Page>
  );
}

function Body({ group: one }: { group: Group }) {
  const { t, num, moment, date } = useWords();
  const source = useSourceName();
  const { data: all } = useQuery(groups());
  return (
    <>
      <Figures>
        <Figure label={t('causes.open')} value={num(one.open)} help={t('causes.openHelp')} note={[one.name, source(one.source)].filter(Boolean).join(' · ')} />
        <Figure label={t('causes.people')} value={num(one.people)} help={t('causes.peopleHelp')} />
        <Figure label={t('causes.first')} value={<span className="small">{moment(one.firstSeen)}</span>} help={t('causes.firstHelp')} note={t('causes.last', { time: moment(one.lastSeen) })} />
        {all && <Figure label={t('causes.term')} value={<span className="small">{all.keptDays === 0 ? t('causes.termNone') : date(Date.parse(one.firstSeen) + all.keptDays * DAY)}</span>} help={all.keptDays === 0 ? t('causes.keptForever') : t('causes.kept', { n: num(all.keptDays) })} />}
      </Figures>
      <Mend key={one.id} group={one} />
      <Samples group={one} />
    </>
  );
}

function Samples({ group: one }: { group: Group }) {
  const { t, moment } = useWords();
  const said = useCauses();
  const [open, setOpen] = useState<string>();
  const samples = one.samples ?? [];
  return (
    <Card title={t('causes.samples')} help={t('causes.samplesHelp')}>
      {samples.length === 0 ? (
        <p className={`${ui.row} muted`}>{t('causes.noSamples')}</p>
      ) : (
        <ul>
          {samples.map(({ position, messageId, name, time, receivedAt, reasons = [], body }) => (
            <li key={position} className={d.item}>
              <div className={d.line}>
                <div className={d.what}>
                  <div className={d.name}>{name || messageId}</div>
                  <div className="small muted">{said(reasons)}</div>
                </div>
                <span className={d.side} style={{ flexWrap: 'wrap' }}>
                  {reasons[0]?.found && <Tag tone="sky">“{reasons[0].found}”</Tag>}
                  <span className="small muted num">{moment(time ?? receivedAt ?? one.lastSeen)}</span>
                  <button type="button" className={ui.textButton} aria-expanded={open === position} aria-label={`${messageId ?? position}: ${t('tried.look')}`} onClick={() => setOpen(open === position ? undefined : position)}>
                    {t('tried.look')}
                  </button>
                </span>
              </div>
              {open === position && (
                <div className={d.detail}>
                  <Code text={pretty(body)} label={t('tried.sent')} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
