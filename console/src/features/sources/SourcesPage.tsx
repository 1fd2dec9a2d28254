import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconBrowser, IconDatabaseImport, IconDeviceMobile, IconPlus, IconServer } from '@tabler/icons-react';
import { status } from '../../api/pulse';
import { sources, type Source } from '../../api/sources';
import { useWords } from '../../i18n';
import { Card, Page, Tag, ToneIcon, type Tone } from '../../ui/layout';
import { Answered, Empty } from '../../ui/states';
import ui from '../../ui/ui.module.css';

export const KINDS: Record<Source['kind'], { icon: typeof IconServer; tone: Tone }> = {
  browser: { icon: IconBrowser, tone: 'sky' },
  app: { icon: IconDeviceMobile, tone: 'plum' },
  server: { icon: IconServer, tone: 'ok' },
  import: { icon: IconDatabaseImport, tone: 'warn' },
};

export function KindIcon({ kind }: { kind: Source['kind'] }) {
  const { icon: Icon, tone } = KINDS[kind];
  return (
    <ToneIcon tone={tone}>
      <Icon size={16} stroke={1.8} />
    </ToneIcon>
  );
}

const MakeSource = lazy(() => import('./MakeSource'));

/** Where data comes from. */
export function SourcesPage() {
  const { t, num, share, date } = useWords();
  const { make } = useSearch({ from: '/signed-in/sources' });
  const navigate = useNavigate({ from: '/sources' });
  const all = useQuery(sources);
  const { data: now } = useQuery(status);
  const counts = new Map(now?.sources.map(({ id, outcomes }) => [id, outcomes]));
  const open = (wanted: boolean) => void navigate({ search: { make: wanted || undefined } });
  return (
    <Page
      title={t('sources.title')}
      lead={t('sources.lead')}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => open(true)}>
          {t('sources.make')}
        </Button>
      }
    >
      <Card title={t('sources.list')}>
        <Answered query={all}>
          {(list) =>
            list.length === 0 ? (
              <Empty title={t('sources.none')} text={t('sources.noneMore')} action={<Button onClick={() => open(true)}>{t('sources.make')}</Button>} />
            ) : (
              <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('sources.list')}>
                <table className={ui.table}>
                  <thead>
                    <tr>
                      <th scope="col">{t('sources.name')}</th>
                      <th scope="col">{t('sources.kind')}</th>
                      <th scope="col" className={ui.r}>{t('sources.received')}</th>
                      <th scope="col" className={ui.r}>{t('sources.bad')}</th>
                      <th scope="col">{t('sources.state')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {list.map((source) => {
                      const count = counts.get(source.id);
                      return (
                        <tr key={source.id}>
                          <td>
                            <div style={{ display: 'flex', gap: 10, alignItems: 'center' }}>
                              <KindIcon kind={source.kind} />
                              <div>
                                <Link to="/sources/$id" params={{ id: source.id }}>
                                  {source.name}
                                </Link>
                                <div className="small muted">{t('sources.since', { date: date(source.createdAt) })}</div>
                              </div>
                            </div>
                          </td>
                          <td>{t(`kinds.${source.kind}`)}</td>
                          <td className={`${ui.r} num`}>{count ? num(count.received) : '–'}</td>
                          <td className={`${ui.r} num`}>{count && count.received > 0 ? share(count.quarantined / count.received) : '–'}</td>
                          <td>
                            <Tag tone={!source.enabled ? 'bad' : count && count.received > 0 ? 'ok' : 'warn'}>{t(!source.enabled ? 'sources.off' : count && count.received > 0 ? 'sources.flowing' : 'sources.waiting')}</Tag>
                          </td>
                        </tr>
                      );
                    })}
                  </tbody>
                </table>
              </div>
            )
          }
        </Answered>
      </Card>
      {make === true && (
        <Suspense>
          <MakeSource opened close={() => open(false)} />
        </Suspense>
      )}
    </Page>
  );
}
