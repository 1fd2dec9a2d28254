import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { DAYS, fields, lineage, measured, type Field, type Hour } from '../../api/measures';
import { useWords } from '../../i18n';
import { Card, Page, Tag } from '../../ui/layout';
import { Answered } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import d from '../trust/trust.module.css';
import { AlertList } from './AlertList';
import { VolumeTag } from './MeasuresPage';

const HEIGHT = 120;

/** One source's data: hours against what is usual, its events, and the fields of one of them. */
export function SourceMeasuresPage() {
  const { t, num, share } = useWords();
  const { id } = useParams({ from: '/signed-in/quality/$id' });
  const { event } = useSearch({ from: '/signed-in/quality/$id' });
  const found = useQuery(measured(id));
  return (
    <Page title={found.data?.name ?? t('nav.quality')} lead={t('measures.sourceLead')}>
      <Answered query={found} rows={8}>
        {(data) => (
          <>
            {data.alerts.length > 0 && (
              <Card title={t('measures.worse')}>
                <AlertList all={data.alerts} />
              </Card>
            )}
            <Card title={t('measures.hours')} help={t('measures.hoursHelp')} side={<VolumeTag volume={data.volume} />}>
              <Hours hours={data.hours} />
            </Card>
            <Card title={t('measures.events')} side={t('measures.days', { n: num(DAYS) })}>
              {data.events.length === 0 ? (
                <p className={`${ui.row} muted`}>{t('measures.noEvent')}</p>
              ) : (
                <ul>
                  {data.events.map((each) => (
                    <li key={each.event} className={d.item}>
                      <div className={d.line}>
                        <div className={d.what}>
                          <Link to="/quality/$id" params={{ id }} search={{ event: each.event }} resetScroll={false} className={d.name} style={{ display: 'inline-block', lineHeight: '24px' }}>
                            {each.event}
                          </Link>
                          <div className="small muted">{t('measures.fieldCount', { n: num(each.fields) })}</div>
                        </div>
                        <span className={d.side}>
                          <span className="num">{t('count', { n: num(each.events) })}</span>
                          <Tag tone={each.validity < 0.95 ? 'warn' : 'ok'}>{t('measures.valid', { p: share(each.validity) })}</Tag>
                        </span>
                      </div>
                    </li>
                  ))}
                </ul>
              )}
            </Card>
            {event !== undefined && <Fields id={id} event={event} />}
          </>
        )}
      </Answered>
    </Page>
  );
}

/** Hours as bars, each with a mark where it usually ends. */
function Hours({ hours }: { hours: Hour[] }) {
  const { t, num, moment } = useWords();
  const most = Math.max(1, ...hours.flatMap(({ events, expected = 0 }) => [events, expected]));
  const width = 100 / Math.max(1, hours.length);
  const y = (value: number) => HEIGHT - (value / most) * (HEIGHT - 4);
  const last = hours.at(-1);
  const label = last ? t('measures.hoursSaid', { time: moment(last.hour), n: num(last.events), usual: last.expected === undefined ? '–' : num(last.expected) }) : t('measures.hours');
  return (
    <div className={d.pad}>
      <svg role="img" aria-label={label} width="100%" height={HEIGHT} viewBox={`0 0 100 ${HEIGHT}`} preserveAspectRatio="none">
        {hours.map(({ hour, events, expected }, i) => (
          <g key={hour}>
            <rect x={i * width} width={width * 0.72} y={y(events)} height={Math.max(1, HEIGHT - y(events))} fill="var(--accent)">
              <title>{t('measures.hoursSaid', { time: moment(hour), n: num(events), usual: expected === undefined ? '–' : num(expected) })}</title>
            </rect>
            {expected !== undefined && <rect x={i * width} width={width * 0.72} y={y(expected)} height={2} fill="var(--ink)" />}
          </g>
        ))}
      </svg>
      <p className="small muted">{label}</p>
    </div>
  );
}

function Fields({ id, event }: { id: string; event: string }) {
  const { t, num, share } = useWords();
  const { field } = useSearch({ from: '/signed-in/quality/$id' });
  const found = useQuery(fields(id, event));
  return (
    <>
      <Card title={t('measures.fields', { event })} help={t('measures.fieldsHelp')} side={found.data && t('measures.looked', { n: num(found.data.looked) })}>
        <Answered query={found} rows={4}>
          {(data) => (
            <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('measures.fields', { event })}>
              <table className={ui.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('measures.field')}</th>
                    <th scope="col">{t('measures.complete')}</th>
                    <th scope="col">{t('measures.types')}</th>
                    <th scope="col">{t('measures.distinct')}</th>
                    <th scope="col">{t('measures.violations')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.fields.map((each) => (
                    <tr key={each.field}>
                      <td className="mono">
                        <Link to="/quality/$id" params={{ id }} search={{ event, field: each.field }} resetScroll={false} style={{ display: 'inline-block', lineHeight: '24px' }}>
                          {each.field}
                        </Link>
                      </td>
                      <td>
                        <Trend field={each} /> {share(each.completeness)}
                      </td>
                      <td className="small">{Object.entries(each.types).map(([type, n]) => `${t(`measures.kinds.${type}`)} ${num(n)}`).join(', ') || '–'}</td>
                      <td className="num">{each.distinct === undefined ? '–' : num(each.distinct)}</td>
                      <td className="num">{num(each.violations)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Answered>
      </Card>
      {field !== undefined && <Way event={event} field={field} />}
    </>
  );
}

/** Completeness by days, as a small line. */
function Trend({ field }: { field: Field }) {
  const { t, share } = useWords();
  const days = field.days;
  const points = days.map(({ completeness }, i) => `${((i / Math.max(1, days.length - 1)) * 60).toFixed(1)},${(17 - completeness * 16).toFixed(1)}`).join(' ');
  return (
    <svg role="img" aria-label={t('measures.trend', { first: share(days[0]?.completeness ?? 0), last: share(days.at(-1)?.completeness ?? 0) })} width={60} height={18} viewBox="0 0 60 18">
      {days.length > 1 ? <polyline points={points} fill="none" stroke="var(--accent)" strokeWidth="1.5" /> : <circle cx="30" cy={17 - (days[0]?.completeness ?? 0) * 16} r="2" fill="var(--accent)" />}
    </svg>
  );
}

/** Where a field comes from, what changes it, and who reads it. */
function Way({ event, field }: { event: string; field: string }) {
  const { t, share } = useWords();
  const found = useQuery(lineage(event, field));
  return (
    <Card title={t('measures.way', { field })} help={t('measures.wayHelp')}>
      <Answered query={found} rows={3}>
        {(data) => (
          <dl className={d.pad}>
            <dt className="small muted">{t('measures.from')}</dt>
            <dd>{data.sources.map((each) => `${each.name} (${share(each.completeness ?? 1)})`).join(', ') || t('measures.none')}</dd>
            <dt className="small muted">{t('measures.planned')}</dt>
            <dd>{data.plans.map((each) => each.name).join(', ') || t('measures.none')}</dd>
            <dt className="small muted">{t('measures.changed')}</dt>
            <dd>{data.transformations.map((each) => `${each.transformation}: ${each.do}`).join(', ') || t('measures.none')}</dd>
            {data.enrichers.length > 0 && (
              <>
                <dt className="small muted">{t('measures.enrichers')}</dt>
                <dd>{data.enrichers.map((each) => `${each.name} (${each.recipient})`).join(', ')}</dd>
              </>
            )}
            <dt className="small muted">{t('measures.readers')}</dt>
            <dd>
              {data.readers.length === 0
                ? t('measures.none')
                : data.readers.map((each) => (
                    <div key={`${each.kind} ${each.id}`}>
                      {each.kind === 'segment' ? (
                        <Link to="/segments/$id" params={{ id: each.id }} style={{ display: 'inline-block', lineHeight: '24px' }}>
                          {each.name}
                        </Link>
                      ) : (
                        each.name
                      )}{' '}
                      <span className="small muted">{[t(`measures.readerKinds.${each.kind}`), each.via && t('measures.via', { id: each.via })].filter(Boolean).join(' · ')}</span>
                    </div>
                  ))}
            </dd>
          </dl>
        )}
      </Answered>
    </Card>
  );
}
