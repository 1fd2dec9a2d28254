import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { Sampled } from '../../api/plans';
import { sources } from '../../api/sources';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { Failure, Loading } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import d from '../trust/trust.module.css';
import { Breaks } from '../quality/Breaks';
import { changes } from '../quality/changes';
import TriedList from '../quality/TriedList';

const AT_ONCE = 20;

/** What the draft would make of the latest events, as long as it is written. */
export function Preview({ found, wrong, ready, busy, source, event, look }: { found: UseQueryResult<Sampled>; wrong: boolean; ready: boolean; busy: boolean; source: string; event: string; look: (change: { source?: string; event?: string }) => void }) {
  const { t, num } = useWords();
  const { data: known = [] } = useQuery(sources);
  const [all, showAll] = useState(false);
  const samples = found.data?.samples ?? [];
  const differ = samples.filter((each) => each.outcome !== 'accepted' || (each.after !== undefined && changes(each.before, each.after).length > 0));
  const shown = (all ? samples : differ).slice(0, AT_ONCE);
  return (
    <Card title={t('changes.preview')} help={t('changes.previewHelp')} side={<span aria-live="polite">{busy ? t('changes.looking') : found.data && t('changes.looked', { n: num(samples.length), changed: num(differ.length) })}</span>}>
      <div className={d.pad}>
        <div className={d.buttons} style={{ alignItems: 'flex-end' }}>
          <NativeSelect size="xs" label={t('event.source')} value={source} data={[{ value: '', label: t('drafts.everySourceNow') }, ...known.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(change) => look({ source: change.currentTarget.value || undefined })} />
          <TextInput size="xs" key={event} label={t('drafts.event')} defaultValue={event} placeholder={t('changes.allEvents')} spellCheck={false} onBlur={(change) => look({ event: change.currentTarget.value.trim() || undefined })} onKeyDown={(key) => { if (key.key === 'Enter' && !key.nativeEvent.isComposing) look({ event: key.currentTarget.value.trim() || undefined }); }} />
          <SegmentedControl size="xs" aria-label={t('changes.show')} value={all ? 'all' : 'changed'} onChange={(value) => showAll(value === 'all')} data={[{ value: 'changed', label: t('changes.onlyChanged') }, { value: 'all', label: t('changes.every') }]} />
        </div>
      </div>
      {ready && !wrong && <Breaks steps={found.data?.breaks} />}
      {!ready ? (
        <p className={`${ui.row} muted`}>{t('changes.notReady')}</p>
      ) : wrong ? (
        <p className={`${ui.row} muted`}>{t('changes.wrong')}</p>
      ) : found.isError ? (
        <Failure problem={found.error} again={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <Loading rows={3} />
      ) : shown.length === 0 ? (
        <p className={`${ui.row} muted`}>{t(samples.length === 0 ? 'changes.noEvents' : 'changes.nothing')}</p>
      ) : (
        <TriedList samples={shown} label={t('changes.preview')} />
      )}
    </Card>
  );
}
