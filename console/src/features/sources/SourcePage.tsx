import { Button, CopyButton, Modal, Tabs } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { IconCircleCheckFilled, IconLoader2 } from '@tabler/icons-react';
import { useState } from 'react';
import { api, ask } from '../../api/client';
import { useEvents, type Burst, type Lively } from '../../api/live';
import { status } from '../../api/pulse';
import { sources, type Source } from '../../api/sources';
import { useWords } from '../../i18n';
import { Card, Code, Figure, Figures, Page, Tag } from '../../ui/layout';
import { Answered, Empty } from '../../ui/states';
import { done, failed } from '../../ui/toast';
import { eventName } from '../../ui/words';
import ui from '../../ui/ui.module.css';
import { Imports } from './Imports';
import { snippets } from './snippets';

export function SourcePage() {
  const { id } = useParams({ from: '/signed-in/sources/$id' });
  const all = useQuery(sources);
  const { t } = useWords();
  return (
    <Answered query={all}>
      {(list) => {
        const source = list.find((each) => each.id === id);
        return source ? <One source={source} /> : <Empty title={t('sources.gone')} action={<Link to="/sources">{t('sources.title')}</Link>} />;
      }}
    </Answered>
  );
}

function One({ source }: { source: Source }) {
  const { t, num, share } = useWords();
  const { data: now } = useQuery(status);
  const count = now?.sources.find(({ id }) => id === source.id)?.outcomes;
  return (
    <Page title={source.name} lead={t(`kindsMore.${source.kind}`)} actions={<Keys source={source} />}>
      <Figures>
        <Figure label={t('sources.received')} value={num(count?.received ?? 0)} help={t('sources.receivedHelp')} />
        <Figure label={t('stations.accepted')} value={num(count?.accepted ?? 0)} help={t('sources.acceptedHelp')} />
        <Figure label={t('stations.duplicate')} value={num(count?.duplicate ?? 0)} help={t('sources.duplicateHelp')} />
        <Figure
          label={t('stations.quarantined')}
          value={num(count?.quarantined ?? 0)}
          help={t('quarantine.help')}
          note={
            count && count.quarantined > 0 ? (
              <Link to="/quarantine" search={{ source: source.id }}>
                {share(count.quarantined / count.received)}
              </Link>
            ) : undefined
          }
        />
      </Figures>
      {source.kind === 'import' ? <Imports source={source} /> : <Guide source={source} received={count?.received ?? 0} />}
    </Page>
  );
}

/** Shows what to paste, and waits with the user for the first event. */
function Guide({ source, received }: { source: Source; received: number }) {
  const { t } = useWords();
  const all = snippets(source.kind, source.writeKey, location.origin);
  return (
    <>
      <Arrival source={source} received={received} />
      <Card title={t('guide.title')} help={t('guide.help')}>
        <Tabs defaultValue={all[0]!.id} p={16}>
          <Tabs.List mb={12}>
            {all.map(({ id, label }) => (
              <Tabs.Tab key={id} value={id}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {all.map(({ id, label, text }) => (
            <Tabs.Panel key={id} value={id}>
              <Code text={text} label={label} />
              <CopyButton value={text}>
                {({ copied, copy }) => (
                  <Button mt={10} size="xs" variant="default" onClick={copy}>
                    {t(copied ? 'copied' : 'copy')}
                  </Button>
                )}
              </CopyButton>
            </Tabs.Panel>
          ))}
        </Tabs>
      </Card>
    </>
  );
}

function Arrival({ source, received }: { source: Source; received: number }) {
  const { t, num, clockFull } = useWords();
  const [latest, setLatest] = useState<Lively>();
  const [tell] = useState(() => (burst: Burst) => setLatest((old) => burst.events.at(-1) ?? old));
  useEvents({ source: source.id }, tell);
  const arrived = received > 0 || latest !== undefined;
  return (
    <section className={ui.card} aria-live="polite">
      <div className={ui.row}>
        {arrived ? <IconCircleCheckFilled size={22} color="var(--ok)" aria-hidden /> : <IconLoader2 size={22} color="var(--ink-3)" aria-hidden />}
        <div>
          <strong>{t(arrived ? 'guide.arrived' : 'guide.waiting')}</strong>
          <div className="small muted">{latest ? t('guide.latest', { name: eventName(latest, t), time: clockFull(latest.receivedAt) }) : t(arrived ? 'guide.arrivedMore' : 'guide.waitingMore', { n: num(received) })}</div>
        </div>
        {arrived && (
          <Link className={ui.end} to="/events" search={{ source: source.id }}>
            {t('guide.watch')}
          </Link>
        )}
      </div>
    </section>
  );
}

/** The key, and what can be done to it. */
function Keys({ source }: { source: Source }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [asking, ask_] = useState(false);
  const after = { onSuccess: () => client.invalidateQueries(sources), onError: failed };
  const path = { params: { path: { id: source.id } } };
  const rotate = useMutation({
    mutationFn: (keepOld: boolean) => ask(api.POST('/api/v1/sources/{id}/rotate', { ...path, body: { keepOld } })),
    ...after,
    onSuccess: async () => {
      ask_(false);
      await client.invalidateQueries(sources);
      done(t('keys.rotated'));
    },
  });
  const enable = useMutation({
    mutationFn: (on: boolean) => ask(on ? api.POST('/api/v1/sources/{id}/enable', path) : api.POST('/api/v1/sources/{id}/disable', path)),
    ...after,
    onSuccess: async (_, on) => {
      await client.invalidateQueries(sources);
      done(t(on ? 'keys.enabled' : 'keys.disabled'), on ? undefined : () => enable.mutate(true));
    },
  });
  return (
    <>
      {source.kind !== 'import' && (
        <CopyButton value={source.writeKey}>
          {({ copied, copy }) => (
            <Button variant="default" size="sm" onClick={copy}>
              {t(copied ? 'copied' : 'keys.copy')}
            </Button>
          )}
        </CopyButton>
      )}
      {source.kind !== 'import' && (
        <Button variant="default" size="sm" onClick={() => ask_(true)}>
          {t('keys.rotate')}
        </Button>
      )}
      <Button variant="default" size="sm" loading={enable.isPending} onClick={() => enable.mutate(!source.enabled)}>
        {t(source.enabled ? 'keys.disable' : 'keys.enable')}
      </Button>
      {!source.enabled && <Tag tone="bad">{t('sources.off')}</Tag>}
      <Modal opened={asking} onClose={() => ask_(false)} title={t('keys.rotate')} closeButtonProps={{ 'aria-label': t('close') }}>
        <p>{t('keys.rotateMore')}</p>
        <div style={{ display: 'grid', gap: 8, marginTop: 16 }}>
          <Button loading={rotate.isPending} onClick={() => rotate.mutate(true)}>
            {t('keys.keepOld')}
          </Button>
          <Button variant="default" loading={rotate.isPending} onClick={() => rotate.mutate(false)}>
            {t('keys.dropOld')}
          </Button>
        </div>
      </Modal>
    </>
  );
}
