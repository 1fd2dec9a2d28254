import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { alerts, measures, type Volume } from '../../api/measures';
import { useWords } from '../../i18n';
import { Card, Page, Tag } from '../../ui/layout';
import { Answered, Empty } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { AlertList } from './AlertList';
import { useDelay } from './useDelay';

/** How much comes, against what is usual. */
export function VolumeTag({ volume }: { volume: Volume }) {
  const { t, share } = useWords();
  const part = volume.observed !== undefined && volume.expected ? share(volume.observed / volume.expected) : undefined;
  return <Tag tone={volume.state === 'usual' ? 'ok' : volume.state === 'learning' ? 'sky' : 'warn'}>{t(`measures.volumes.${volume.state}`) + (part && volume.state !== 'usual' ? ` (${part})` : '')}</Tag>;
}

/** How good the data is that comes: sources, and what became worse. */
export function MeasuresPage() {
  const { t, num, share, moment } = useWords();
  const found = useQuery(measures);
  const worse = useQuery(alerts);
  const delay = useDelay();
  return (
    <Page title={t('nav.quality')} lead={t('measures.lead')}>
      <Card title={t('measures.sources')} help={t('measures.sourcesHelp')}>
        <Answered query={found} rows={4}>
          {({ sources }) =>
            sources.length === 0 ? (
              <Empty title={t('measures.noSource')} text={t('measures.noSourceMore')} />
            ) : (
              <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('measures.sources')}>
                <table className={ui.table}>
                  <thead>
                    <tr>
                      <th scope="col">{t('measures.source')}</th>
                      <th scope="col">{t('measures.volume')}</th>
                      <th scope="col">{t('measures.today')}</th>
                      <th scope="col">{t('measures.quarantined')}</th>
                      <th scope="col">{t('measures.unique')}</th>
                      <th scope="col">{t('measures.delay')}</th>
                      <th scope="col">{t('measures.last')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {sources.map(({ source, name, volume, today, alerts: open }) => (
                      <tr key={source}>
                        <td style={{ minWidth: 120 }}>
                          <Link to="/quality/$id" params={{ id: source }} style={{ display: 'inline-block', lineHeight: '24px' }}>
                            {name}
                          </Link>
                          {open > 0 && <div className="small">{t('measures.open', { n: num(open) })}</div>}
                        </td>
                        <td>
                          <VolumeTag volume={volume} />
                        </td>
                        <td className="num">{num(today.events)}</td>
                        <td className="num">{num(today.quarantined)}</td>
                        <td className="num">{today.uniqueness === undefined ? '–' : share(today.uniqueness)}</td>
                        <td className="num">{today.delayP95Seconds === undefined ? '–' : delay(today.delayP95Seconds)}</td>
                        <td className="num">{today.lastAt ? moment(today.lastAt) : '–'}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </Answered>
      </Card>
      <Card title={t('measures.worse')} help={t('measures.worseHelp')}>
        <Answered query={worse} rows={3}>
          {(all) => (all.length === 0 ? <p className={`${ui.row} muted`}>{t('measures.nothing')}</p> : <AlertList all={all} />)}
        </Answered>
      </Card>
    </Page>
  );
}
