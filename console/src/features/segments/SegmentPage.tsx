import { Button, Tabs } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { IconPencil } from '@tabler/icons-react';
import { change, history, reasonOf, segment as one, segments, type Status, type Whole } from '../../api/segments';
import { status } from '../../api/pulse';
import { useWords } from '../../i18n';
import { Card, Figure, Figures, useTitle } from '../../ui/layout';
import { Answered } from '../../ui/states';
import { done, failed } from '../../ui/toast';
import ui from '../../ui/ui.module.css';
import { AskWhy } from './AskWhy';
import { ConditionView } from './ConditionView';
import { lately } from './days';
import { History } from './History';
import { Members } from './Members';
import { Overlap } from './Overlap';
import { ReachCard } from './Reach';
import { Standing } from './Standing';
import s from './segments.module.css';

/** One segment: who is in it, how that went, and what it asks. */
export function SegmentPage() {
  const { id } = useParams({ from: '/signed-in/segments/$id' });
  const { t } = useWords();
  const found = useQuery(one(id));
  useTitle(found.data?.name ?? t('segments.title'));
  return (
    <div className={ui.page}>
      <Answered query={found} rows={8}>
        {(segment) => <Body segment={segment} />}
      </Answered>
    </div>
  );
}

function Body({ segment }: { segment: Whole }) {
  const { t, num, share } = useWords();
  const { tab = 'overview', purpose } = useSearch({ from: '/signed-in/segments/$id' });
  const navigate = useNavigate({ from: '/segments/$id' });
  const client = useQueryClient();
  const { data: flows } = useQuery(history(segment.id, 5_000));
  const { data: now } = useQuery(status);
  const today = flows ? lately(flows, 1)[0] : undefined;
  const people = now?.counts['profiles'] ?? 0;
  const turn = useMutation({
    mutationFn: (to: Status) => change(segment.id, segment.version, { status: to }),
    onSuccess: async (_, to) => {
      await Promise.all([client.invalidateQueries({ queryKey: one(segment.id).queryKey }), client.invalidateQueries({ queryKey: segments.queryKey })]);
      const undo = () => {
        change(segment.id, segment.version + 1, { status: segment.status }).then(
          () => client.invalidateQueries({ queryKey: one(segment.id).queryKey }),
          failed,
        );
      };
      done(t(to === 'archived' ? 'segments.archived' : 'segments.activated'), undo);
    },
    onError: failed,
  });
  const filling = segment.status === 'active' && !segment.ready;
  return (
    <>
      <div className={ui.head}>
        <div style={{ minWidth: 0 }}>
          <p className={s.crumb}>
            <Link to="/segments">{t('segments.title')}</Link>
            {segment.folder && ` / ${segment.folder}`}
          </p>
          <h1 className={ui.title}>{segment.name}</h1>
          <div className={s.tags}>
            <Standing segment={segment} />
            {segment.labels.map((label) => (
              <span key={label} className={ui.chip}>
                #{label}
              </span>
            ))}
          </div>
        </div>
        <div className={ui.acts}>
          {segment.status !== 'active' && (
            <Button variant="default" loading={turn.isPending} onClick={() => turn.mutate('active')}>
              {t('segments.activate')}
            </Button>
          )}
          {segment.status !== 'archived' && (
            <Button variant="default" loading={turn.isPending} onClick={() => turn.mutate('archived')}>
              {t('segments.archive')}
            </Button>
          )}
          <Button leftSection={<IconPencil size={15} aria-hidden />} onClick={() => void navigate({ to: '/segments/$id/edit', params: { id: segment.id } })}>
            {t('segments.edit')}
          </Button>
        </div>
      </div>
      {filling && (
        <Card>
          <div style={{ padding: 16, display: 'grid', gap: 8 }}>
            <p style={{ fontWeight: 650 }}>{t('segments.fillingTitle')}</p>
            <span className={ui.meter} role="progressbar" aria-label={t('segments.fillingTitle')} aria-valuenow={Math.round(100 * segment.progress)} aria-valuemin={0} aria-valuemax={100}>
              <i style={{ width: `${100 * segment.progress}%` }} />
            </span>
            <p className="small muted">{t('segments.fillingMore')}</p>
          </div>
        </Card>
      )}
      <Figures>
        <Figure label={t('segments.people')} value={<span aria-live="polite">{segment.ready ? t('people', { n: num(segment.size) }) : '–'}</span>} help={t('segments.peopleHelp')} />
        <Figure label={t('segments.share')} value={segment.ready && people > 0 ? share(segment.size / people) : '–'} help={t('segments.shareHelp')} />
        <Figure label={t('segments.entered')} value={today ? `+${num(today.entered)}` : '–'} help={t('segments.enteredHelp')} />
        <Figure label={t('segments.left')} value={today ? `−${num(today.left)}` : '–'} help={t('segments.leftHelp')} />
      </Figures>
      <Tabs value={tab} onChange={(next) => void navigate({ search: (old) => ({ ...old, tab: next === 'members' || next === 'versions' ? next : undefined }) })} keepMounted={false}>
        <Tabs.List mb={16}>
          {(['overview', 'members', 'versions'] as const).map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`segments.tab.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">
          <div className={s.grid}>
            <div className={s.side}>
              <History id={segment.id} />
              <Members segment={segment} />
            </div>
            <div className={s.side}>
              <Card title={t('segments.condition')} help={t('segments.conditionHelp', { n: num(segment.version) })}>
                <ConditionView condition={segment.condition} />
              </Card>
              {segment.status === 'active' && <ReachCard segment={segment.id} purpose={purpose} choose={(next) => void navigate({ search: (old) => ({ ...old, purpose: next }), replace: true, resetScroll: false })} />}
              <AskWhy ask={(profile) => client.fetchQuery(reasonOf(segment.id, profile))} />
              <Overlap segment={segment} />
              <UsedBy ids={segment.usedBy} />
            </div>
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="members">
          <Members segment={segment} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <Versions segment={segment} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function UsedBy({ ids }: { ids: string[] }) {
  const { t } = useWords();
  const { data: all } = useQuery(segments);
  if (ids.length === 0) return null;
  return (
    <Card title={t('segments.usedByTitle')} help={t('segments.usedByHelp')}>
      <ul>
        {ids.map((id) => (
          <li key={id} className={ui.row}>
            <Link to="/segments/$id" params={{ id }}>
              {all?.find((each) => each.id === id)?.name ?? id}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Versions({ segment }: { segment: Whole }) {
  const { t, num } = useWords();
  return (
    <Card title={t('segments.versions')} help={t('segments.versionsHelp')}>
      <ul>
        {segment.versions.map((version) => (
          <li key={version.version} className={ui.row} style={{ alignItems: 'flex-start', flexWrap: 'wrap' }}>
            <div style={{ flex: '1 1 320px', minWidth: 0 }}>
              <b>{t('segments.version', { n: num(version.version) })}</b> {version.version === segment.version && <span className="small muted">{t('segments.versionNow')}</span>}
              <div className="small muted">{version.name}</div>
              <ConditionView condition={version.condition} />
            </div>
            {version.version !== segment.version && (
              <Link to="/segments/$id/edit" params={{ id: segment.id }} search={{ version: version.version }}>
                {t('segments.versionOpen')}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
