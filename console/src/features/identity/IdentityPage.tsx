import '@mantine/core/styles/NumberInput.layer.css';
import { Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { rebuilds, rehearsals, rehearse, rules as rulesQuery, save, versions, type Rules, type RuleType } from '../../api/rules';
import { useWords } from '../../i18n';
import { useTypeName } from '../../ui/Identifier';
import { Card, Page, Tag } from '../../ui/layout';
import { Answered, Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import ui from '../../ui/ui.module.css';
import { begin, change, redo, undo, type Draft } from '../../ui/draft';
import { Found } from './Found';

/** The rules of who is who: changed here, rehearsed on everything that ever came, then saved. */
export function IdentityPage() {
  const { t } = useWords();
  const now = useQuery(rulesQuery);
  return (
    <Page title={t('identityRules.title')} lead={t('identityRules.lead')}>
      <Answered query={now} rows={8}>
        {(data) => <Editor key={data.version} version={data.version} inForce={data.inForce} saved={data.saved ?? data.rules} />}
      </Answered>
      <Versions />
    </Page>
  );
}

function Editor({ version, inForce, saved }: { version: number; inForce: number; saved: Rules }) {
  const { t, num } = useWords();
  const type = useTypeName();
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft<Rules>>(() => begin(saved));
  const [reason, setReason] = useState('');
  const { now } = draft;
  const changed = draft.past.length > 0 && JSON.stringify(now) !== JSON.stringify(saved);
  const set = (name: string, field: Partial<RuleType>) => setDraft((old) => change(old, { ...old.now, types: old.now.types.map((each) => (each.name === name ? { ...each, ...field } : each)) }));
  const { data: tasks } = useQuery(rehearsals);
  const latest = tasks?.[0];
  const { data: building } = useQuery(rebuilds);
  const running = building?.find(({ state }) => state === 'running');
  useEffect(() => {
    if (building && !running && version !== inForce) void client.invalidateQueries(rulesQuery);
  }, [building, running, version, inForce, client]);
  const trying = useMutation({ mutationFn: () => rehearse(now), onSuccess: () => client.invalidateQueries(rehearsals) });
  const saving = useMutation({
    mutationFn: () => save(version, reason.trim(), now),
    onSuccess: async () => {
      done(t('identityRules.saved'));
      setReason('');
      await Promise.all([client.invalidateQueries(rulesQuery), client.invalidateQueries(versions), client.invalidateQueries(rebuilds)]);
    },
  });
  return (
    <>
      <Card
        title={t('identityRules.types')}
        help={t('identityRules.typesHelp')}
        side={
          <>
            <Tag tone={version === inForce ? 'ok' : 'warn'}>{version === inForce ? t('identityRules.inForce', { n: num(version) }) : t('identityRules.applying', { n: num(version) })}</Tag>
            <Button size="compact-sm" variant="default" disabled={draft.past.length === 0} onClick={() => setDraft(undo)} leftSection={<IconArrowBackUp size={14} aria-hidden />}>
              {t('undo')}
            </Button>
            <Button size="compact-sm" variant="default" disabled={draft.future.length === 0} onClick={() => setDraft(redo)} leftSection={<IconArrowForwardUp size={14} aria-hidden />}>
              {t('redo')}
            </Button>
          </>
        }
      >
        <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('identityRules.types')}>
          <table className={ui.table}>
            <thead>
              <tr>
                <th scope="col">{t('identityRules.type')}</th>
                <th scope="col">{t('identityRules.limit')}</th>
                <th scope="col">{t('identityRules.shared')}</th>
                <th scope="col">{t('identityRules.hub')}</th>
                <th scope="col">{t('identityRules.blocked')}</th>
              </tr>
            </thead>
            <tbody>
              {[...now.types].sort((a, b) => a.priority - b.priority).map((each) => {
                const name = each.name ?? '';
                const field = (key: 'limit' | 'sharedAbove' | 'hubAbove', min: number) => (
                  <NumberInput size="xs" w={92} min={min} max={1_000_000} hideControls value={each[key]} aria-label={`${type(name)} ${t(`identityRules.${key === 'limit' ? 'limit' : key === 'sharedAbove' ? 'shared' : 'hub'}`)}`} onChange={(value) => { if (typeof value === 'number' && value !== each[key]) set(name, { [key]: value }); }} />
                );
                return (
                  <tr key={name}>
                    <th scope="row">
                      {type(name)}
                      <div className="mono muted">{name}</div>
                      {each.anchor && <Tag tone="accent">{t('identityRules.anchor')}</Tag>}
                    </th>
                    <td>{field('limit', 0)}</td>
                    <td>{field('sharedAbove', 1)}</td>
                    <td>{field('hubAbove', 1)}</td>
                    <td>
                      <Textarea size="xs" autosize minRows={1} maxRows={4} defaultValue={each.blocked.join(', ')} key={each.blocked.join()} aria-label={`${type(name)} ${t('identityRules.blocked')}`} onBlur={(event) => {
                        const blocked = [...new Set(event.currentTarget.value.split(/[,\n]/).map((word) => word.trim().toLowerCase()).filter((word) => word !== ''))];
                        if (blocked.join() !== each.blocked.join()) set(name, { blocked });
                      }} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        <div style={{ padding: 16, display: 'grid', gap: 12, justifyItems: 'start' }}>
          <div style={{ display: 'flex', gap: 10, flexWrap: 'wrap', alignItems: 'flex-end' }}>
            <Button variant={changed ? 'filled' : 'default'} disabled={!changed || latest?.state === 'running'} loading={trying.isPending} onClick={() => trying.mutate()}>
              {t('identityRules.rehearse')}
            </Button>
            <TextInput label={t('reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={1000} w={320} disabled={!changed} />
            <Button variant="default" disabled={!changed || reason.trim() === ''} loading={saving.isPending} onClick={() => saving.mutate()}>
              {t('identityRules.save')}
            </Button>
          </div>
          <p className="small muted">{t('identityRules.saveHelp')}</p>
          {trying.isError && <Failure problem={trying.error} />}
          {saving.isError && <Failure problem={saving.error} />}
        </div>
      </Card>
      {latest && <Found task={latest} title={t('identityRules.rehearsal')} />}
      {running && <Found task={running} title={t('identityRules.rebuild')} />}
    </>
  );
}

function Versions() {
  const { t, num, moment } = useWords();
  const all = useQuery(versions);
  return (
    <Card title={t('identityRules.versions')} help={t('identityRules.versionsHelp')}>
      <Answered query={all}>
        {(list) => (
          <ul>
            {list.map((each) => (
              <li key={each.version} className={ui.row}>
                <Tag tone="accent">{num(each.version)}</Tag>
                {each.reason || t('identityRules.first')}
                <span className={`${ui.end} small muted`}>
                  {each.author} · {moment(each.savedAt)}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Card>
  );
}
