import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import { useConnected, useEvents, type Burst } from '../../api/live';
import { status } from '../../api/pulse';
import { sources, useSourceName } from '../../api/sources';
import { useWords } from '../../i18n';
import { Card, Figure, Figures, Page, Tag } from '../../ui/layout';
import { Empty, Loading } from '../../ui/states';
import { useDebouncedValue } from '@mantine/hooks';
import { EventList } from './EventList';
import { add, begin, perSecond, release, type Tail } from './tail';
import s from './events.module.css';

const OUTCOMES = ['accepted', 'duplicate', 'quarantined', 'dropped'] as const;

/** Events as they come in. */
export function EventsPage() {
  const { t, num } = useWords();
  const search = useSearch({ from: '/signed-in/events' });
  const navigate = useNavigate({ from: '/events' });
  const { data: known } = useQuery(sources);
  const { data: now } = useQuery(status);
  const connected = useConnected();
  const source = useSourceName();
  const [tail, setTail] = useState<Tail>(begin);
  const [paused, setPaused] = useState(false);
  const held = useRef(false);
  held.current = paused;
  const tell = useCallback((burst: Burst) => setTail((old) => add(old, burst, Date.now(), held.current)), []);
  const [text] = useDebouncedValue(search.text, 400);
  useEvents({ ...search, text }, tell);
  const toggle = () => {
    setPaused(!paused);
    if (paused) setTail(release);
  };
  const set = (change: Partial<typeof search>) => {
    setTail(begin());
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  };
  return (
    <Page title={t('live.title')} lead={t('live.lead')}>
      <Figures>
        <Figure label={t('live.rate')} value={t('home.perSecond', { n: num(Math.round(perSecond(tail, now?.at ?? Date.now()))) })} help={t('live.rateHelp')} />
        <Figure label={t('live.passed')} value={num(tail.passed)} help={t('live.passedHelp')} note={tail.missed > 0 ? t('live.missed', { n: num(tail.missed) }) : undefined} />
        <Figure label={t('live.shown')} value={num(tail.rows.length)} help={t('live.shownHelp')} />
      </Figures>
      <div className={s.bar}>
        <NativeSelect label={t('event.source')} data={[{ value: '', label: t('live.allSources') }, ...(known ?? []).map(({ id, name }) => ({ value: id, label: name }))]} value={search.source ?? ''} onChange={(event) => set({ source: event.currentTarget.value || undefined })} />
        <NativeSelect label={t('live.outcome')} data={[{ value: '', label: t('live.allOutcomes') }, ...OUTCOMES.map((value) => ({ value, label: t(`stations.${value}`) }))]} value={search.outcome ?? ''} onChange={(event) => set({ outcome: event.currentTarget.value || undefined })} />
        <TextInput label={t('live.text')} placeholder={t('live.textHint')} defaultValue={search.text} onChange={(event) => { if (!(event.nativeEvent as InputEvent).isComposing) set({ text: event.currentTarget.value || undefined }); }} onCompositionEnd={(event) => set({ text: event.currentTarget.value || undefined })} />
        <Button variant={paused ? 'filled' : 'default'} leftSection={paused ? <IconPlayerPlay size={15} aria-hidden /> : <IconPlayerPause size={15} aria-hidden />} onClick={toggle} aria-pressed={paused}>
          {paused ? t('live.goOn', { n: num(tail.held.length) }) : t('live.pause')}
        </Button>
      </div>
      <Card
        title={t('live.list')}
        side={<Tag tone={connected === false ? 'bad' : paused ? 'warn' : 'ok'}>{t(connected === false ? 'live.off' : paused ? 'live.paused' : 'live.on')}</Tag>}
      >
        {tail.rows.length > 0 ? <EventList rows={tail.rows} source={source} /> : connected === undefined ? <Loading /> : <Empty title={t('live.none')} text={t('live.noneMore')} />}
      </Card>
    </Page>
  );
}
