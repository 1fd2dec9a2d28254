import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { bots, checkBot, saveBots, type Bots } from '../../api/labels';
import { groups } from '../../api/quality';
import { useSourceName } from '../../api/sources';
import { useWords } from '../../i18n';
import { useFaults } from '../../ui/faults';
import { Card, Page, Tag } from '../../ui/layout';
import { Answered, Empty, Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import { UndoButtons } from '../../ui/UndoButtons';
import ui from '../../ui/ui.module.css';
import { useDraft } from '../../ui/useDraft';
import { Beside } from '../trust/Beside';
import d from '../trust/trust.module.css';
import { found as matching, lines } from './patterns';

/** Which robots' events are kept apart, and what of them waits. */
export function BotsPage() {
  // What somebody else saves meanwhile does not change what is being written.
  const found = useQuery({ ...bots, refetchOnWindowFocus: false, staleTime: Infinity, gcTime: 0 });
  return <Answered query={found} rows={8}>{(saved) => <Editor key={saved.version} saved={saved} />}</Answered>;
}

const FIELDS = ['/patterns', '/allowed', '/enabled', '/list', '/reason'];
const AT_ONCE = 50;
type Draft = Pick<Bots, 'enabled' | 'list' | 'allowed'> & { own: string };

function Editor({ saved }: { saved: Bots }) {
  const { t, num, moment } = useWords();
  const client = useQueryClient();
  const { q = '' } = useSearch({ from: '/signed-in/bots' });
  const navigate = useNavigate({ from: '/bots' });
  const draft = useDraft<Draft>(() => ({ enabled: saved.enabled, list: saved.list, allowed: saved.allowed, own: saved.list === 'own' ? saved.patterns.join('\n') : '' }));
  const { now, set, rest } = draft;
  const [reason, setReason] = useState('');
  const patterns = now.list === 'own' ? lines(now.own) : saved.list === 'built-in' ? saved.patterns : [];
  const next = { enabled: now.enabled, list: now.list, patterns, allowed: now.allowed.filter((each) => now.list === 'built-in' || patterns.includes(each)) };
  const changed = JSON.stringify({ ...next, patterns: now.list === 'own' ? patterns : [] }) !== JSON.stringify({ enabled: saved.enabled, list: saved.list, patterns: saved.list === 'own' ? saved.patterns : [], allowed: saved.allowed });
  const saving = useMutation({
    mutationFn: () => saveBots(saved.version, next, reason.trim()),
    onSuccess: async ({ released }) => {
      done(released > 0 ? t('bots.savedAndReleased', { n: num(released) }) : t('bots.saved'));
      await Promise.all([client.invalidateQueries({ queryKey: bots.queryKey }), client.invalidateQueries({ queryKey: ['quarantine-groups'] }), client.invalidateQueries({ queryKey: ['quarantine-repairs'] })]);
    },
  });
  const faults = useFaults(saving.error);
  const shown = matching(patterns, next.allowed, q);
  const allow = (pattern: string, through: boolean) => set((old) => ({ ...old, allowed: through ? [...old.allowed, pattern] : old.allowed.filter((each) => each !== pattern) }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <Page
      title={t('bots.title')}
      lead={t('bots.lead')}
      actions={
        <>
          <Tag tone={changed ? 'warn' : saved.enabled ? 'ok' : 'sky'}>{t(changed ? 'bots.unsaved' : saved.enabled ? 'bots.on' : 'bots.off')}</Tag>
          <UndoButtons draft={draft} />
        </>
      }
    >
      <Beside of="quarantine" />
      <div className={d.two}>
        <div className={d.stack}>
          <Apart />
          <Card title={t('bots.list')} help={t('bots.listHelp')} side={now.list === 'built-in' && saved.listVersion ? t('bots.listVersion', { version: saved.listVersion }) : undefined}>
            <form className={d.form} onSubmit={submit} aria-label={t('bots.list')}>
              <Checkbox size="sm" label={t('bots.enabled')} description={t('bots.enabledHint')} checked={now.enabled} onChange={(event) => { const enabled = event.currentTarget.checked; set((old) => ({ ...old, enabled })); }} />
              <NativeSelect label={t('bots.which')} description={t(`bots.whichHints.${now.list}`)} value={now.list} data={(['built-in', 'own'] as const).map((value) => ({ value, label: t(`bots.lists.${value}`) }))} onChange={(event) => { const list = event.currentTarget.value === 'own' ? 'own' : 'built-in'; set((old) => ({ ...old, list, own: list === 'own' && old.own === '' && saved.list === 'built-in' ? saved.patterns.join('\n') : old.own })); }} error={faults.at('/list')} />
              {now.list === 'own' && <Textarea label={t('bots.own')} description={t('bots.ownHint')} value={now.own} autosize minRows={4} maxRows={14} spellCheck={false} className="mono" onChange={(event) => { const own = event.currentTarget.value; set((old) => ({ ...old, own }), 'own'); }} onBlur={rest} error={faults.at('/patterns')} />}
              {patterns.length > 0 && (
                <div>
                  <TextInput label={t('bots.find', { n: num(patterns.length) })} value={q} spellCheck={false} autoComplete="off" onChange={(event) => void navigate({ search: { q: event.currentTarget.value || undefined }, replace: true, resetScroll: false })} />
                  <ul aria-label={t('bots.allowed')} style={{ display: 'grid', gap: 6, marginTop: 10, maxHeight: 320, overflow: 'auto' }} tabIndex={0}>
                    {shown.slice(0, AT_ONCE).map((pattern) => (
                      <li key={pattern}>
                        <Checkbox size="sm" label={<span className="mono">{pattern}</span>} aria-label={t('bots.allow', { pattern })} checked={!next.allowed.includes(pattern)} onChange={(event) => allow(pattern, !event.currentTarget.checked)} />
                      </li>
                    ))}
                  </ul>
                  <p className="small muted">{shown.length > AT_ONCE ? t('bots.moreFound', { n: num(shown.length - AT_ONCE) }) : t('bots.allowHint')}</p>
                </div>
              )}
              <TextInput label={t('reason')} description={t('bots.reasonHint')} value={reason} maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} error={faults.at('/reason')} />
              {saving.isError && <Failure problem={faults.rest(FIELDS)} />}
              <div className={d.buttons}>
                <Button type="submit" loading={saving.isPending} disabled={!changed}>
                  {t('save')}
                </Button>
                {saved.savedAt && <span className="small muted">{[moment(saved.savedAt), saved.author, saved.reason].filter(Boolean).join(' · ')}</span>}
              </div>
            </form>
          </Card>
        </div>
        <Check />
      </div>
    </Page>
  );
}

/** The robots' events that wait in quarantine. */
function Apart() {
  const { t, num, moment } = useWords();
  const source = useSourceName();
  const found = useQuery(groups());
  return (
    <Card title={t('bots.apart')} help={t('bots.apartHelp')}>
      <Answered query={found} rows={2}>
        {({ groups: all }) => {
          const mine = all.filter(({ causes }) => causes.some(({ code }) => code === 'bot'));
          return mine.length === 0 ? (
            <Empty title={t('bots.none')} text={t('bots.noneMore')} />
          ) : (
            <ul aria-label={t('bots.apart')}>
              {mine.map((group) => (
                <li key={group.id} className={d.item}>
                  <div className={d.line}>
                    <div className={d.what}>
                      <div className={d.name}>{source(group.source)}</div>
                      <div className="small muted">{`${moment(group.firstSeen)} – ${moment(group.lastSeen)}`}</div>
                    </div>
                    <span className={d.side}>
                      <Tag tone="warn">{t('count', { n: num(group.open) })}</Tag>
                      <Link className={`${ui.chip} ${d.link}`} to="/quarantine/$id" params={{ id: group.id }} aria-label={`${source(group.source)}: ${t('bots.open')}`}>
                        <span>{t('bots.open')}</span>
                      </Link>
                    </span>
                  </div>
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </Card>
  );
}

function Check() {
  const { t } = useWords();
  const [agent, setAgent] = useState('');
  const checking = useMutation({ mutationFn: checkBot });
  return (
    <Card title={t('bots.check')} help={t('bots.checkHelp')}>
      <form
        className={d.form}
        aria-label={t('bots.check')}
        onSubmit={(event) => {
          event.preventDefault();
          if (agent.trim() !== '') checking.mutate(agent.trim());
        }}
      >
        <Textarea label={t('bots.agent')} placeholder="Mozilla/5.0 (compatible; Googlebot/2.1)" value={agent} autosize minRows={2} maxRows={6} spellCheck={false} onChange={(event) => setAgent(event.currentTarget.value)} />
        <div aria-live="polite" className="small">
          {checking.data && <Tag tone={checking.data.flagged ? 'warn' : 'ok'}>{checking.data.flagged ? t('bots.flagged', { pattern: checking.data.pattern ?? '' }) : t('bots.notFlagged')}</Tag>}
        </div>
        {checking.isError && <Failure problem={checking.error} />}
        <Button type="submit" variant="default" loading={checking.isPending} disabled={agent.trim() === ''} style={{ justifySelf: 'start' }}>
          {t('bots.checkNow')}
        </Button>
      </form>
    </Card>
  );
}
