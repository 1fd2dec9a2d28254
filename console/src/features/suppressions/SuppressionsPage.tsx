import { Button, NativeSelect, Progress, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type FormEvent } from 'react';
import { guesses } from '../../api/people';
import { find, suppress, suppressions, unsuppress } from '../../api/registers';
import { useWords } from '../../i18n';
import { Card, Page, Tag } from '../../ui/layout';
import { Empty, Failure, Loading } from '../../ui/states';
import { done } from '../../ui/toast';
import ui from '../../ui/ui.module.css';
import { short } from '../erasure/standing';
import d from '../trust/trust.module.css';
import { CHANNELS, listed } from './file';

/** To whom nothing may be sent: looked up by address, for the list knows nobody by name. */
export function SuppressionsPage() {
  const { t } = useWords();
  return (
    <Page title={t('suppressions.title')} lead={t('suppressions.lead')}>
      <div className={d.two}>
        <div className={d.stack}>
          <Find />
          <List />
        </div>
        <div className={d.stack}>
          <Add />
          <FromFile />
        </div>
      </div>
    </Page>
  );
}

function useRenew() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: suppressions.queryKey });
}

function Find() {
  const { t } = useWords();
  const [written, setWritten] = useState('');
  const looking = useMutation({ mutationFn: (address: string) => find(guesses(address), CHANNELS) });
  const found = looking.data;
  return (
    <Card title={t('suppressions.find')} help={t('suppressions.findHelp')}>
      <form
        className={d.pad}
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          if (written.trim() !== '') looking.mutate(written.trim());
        }}
      >
        <div className={d.buttons} style={{ alignItems: 'flex-end' }}>
          <TextInput style={{ flex: '1 1 220px' }} label={t('suppressions.address')} placeholder="kim@example.com" value={written} autoComplete="off" spellCheck={false} onChange={(event) => setWritten(event.currentTarget.value)} />
          <Button type="submit" variant="default" disabled={written.trim() === ''} loading={looking.isPending}>
            {t('suppressions.look')}
          </Button>
        </div>
        {looking.isError && <Failure problem={looking.error} />}
        <div aria-live="polite">{found?.length === 0 && <p className="small">{t('suppressions.notFound', { name: looking.variables })}</p>}</div>
      </form>
      {found && found.length > 0 && (
        <ul aria-label={t('suppressions.found')}>
          {found.map(({ id, channel, reason }) => (
            <Row key={id} id={id} channel={channel} reason={reason} name={looking.variables} after={() => looking.mutate(looking.variables!)} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function List() {
  const { t } = useWords();
  const pages = useInfiniteQuery(suppressions);
  const all = useMemo(() => pages.data?.pages.flatMap((page) => page.suppressions) ?? [], [pages.data]);
  return (
    <Card title={t('suppressions.list')} help={t('suppressions.listHelp')}>
      {pages.isPending ? (
        <Loading rows={4} />
      ) : pages.isError && all.length === 0 ? (
        <Failure problem={pages.error} again={() => void pages.refetch()} />
      ) : all.length === 0 ? (
        <Empty title={t('suppressions.none')} text={t('suppressions.noneMore')} />
      ) : (
        <ul aria-label={t('suppressions.list')}>
          {all.map((each) => (
            <Row key={each.id} {...each} />
          ))}
        </ul>
      )}
      {pages.hasNextPage && (
        <div className={ui.row}>
          <Button variant="default" size="xs" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** One address on the list, by its keyed hash; or by what was looked for. */
function Row({ id, channel, reason, author, at, expiresAt, name, after }: { id: string; channel: string; reason: string; author?: string; at?: string; expiresAt?: string; name?: string; after?: () => void }) {
  const { t, date } = useWords();
  const renew = useRenew();
  const [sure, ask] = useState(false);
  const taking = useMutation({
    mutationFn: () => unsuppress(id),
    onSuccess: async () => {
      await renew();
      done(t('suppressions.taken'));
      after?.();
    },
  });
  const over = expiresAt !== undefined && Date.parse(expiresAt) <= Date.now();
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <div className={d.name}>{name ?? <span className="mono">{short(id.slice(id.lastIndexOf('.') + 1))}</span>}</div>
          <div className="small">{reason}</div>
          <div className="small muted">{[at && date(at), author, expiresAt && t(over ? 'suppressions.ended' : 'suppressions.until', { time: date(expiresAt) })].filter(Boolean).join(' · ')}</div>
        </div>
        <span className={d.side}>
          <Tag tone={over ? 'sky' : 'bad'}>{t(`suppressions.channels.${channel}`, { defaultValue: channel })}</Tag>
          {sure ? (
            <>
              <Button size="xs" className={d.danger} loading={taking.isPending} onClick={() => taking.mutate()}>
                {t('suppressions.takeNow')}
              </Button>
              <Button size="xs" variant="default" onClick={() => ask(false)}>
                {t('cancel')}
              </Button>
            </>
          ) : (
            <button type="button" className={ui.textButton} aria-label={`${name ?? short(id)} ${channel}: ${t('suppressions.take')}`} onClick={() => ask(true)}>
              {t('suppressions.take')}
            </button>
          )}
        </span>
      </div>
      {taking.isError && <Failure problem={taking.error} />}
    </li>
  );
}

/** What an addition needs beside the address. */
function useTerms() {
  const { t } = useWords();
  const [channel, setChannel] = useState<string>('all');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  // A term is over at the end of its day, where the reader is.
  const expiresAt = until === '' ? undefined : new Date(`${until}T23:59:59`).toISOString();
  const fields = (
    <>
      <NativeSelect label={t('suppressions.channel')} value={channel} data={CHANNELS.map((value) => ({ value, label: t(`suppressions.channels.${value}`) }))} onChange={(event) => setChannel(event.currentTarget.value)} />
      <TextInput label={t('reason')} description={t('suppressions.reasonHint')} value={reason} required maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
      <TextInput label={t('suppressions.expiry')} description={t('suppressions.expiryHint')} type="date" value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
    </>
  );
  return { channel, reason: reason.trim(), expiresAt, fields };
}

function Add() {
  const { t } = useWords();
  const renew = useRenew();
  const terms = useTerms();
  const [written, setWritten] = useState('');
  const adding = useMutation({
    mutationFn: () => suppress([{ channel: terms.channel, profile: guesses(written)[0]!, reason: terms.reason, ...(terms.expiresAt ? { expiresAt: terms.expiresAt } : {}) }]),
    onSuccess: async ({ done: n }) => {
      if (n === 0) return;
      await renew();
      setWritten('');
      done(t('suppressions.added'));
    },
  });
  const ready = written.trim() !== '' && terms.reason !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) adding.mutate();
  };
  return (
    <Card title={t('suppressions.add')} help={t('suppressions.addHelp')}>
      <form className={d.form} onSubmit={submit} aria-label={t('suppressions.add')}>
        <TextInput label={t('suppressions.address')} placeholder="kim@example.com" value={written} required autoComplete="off" spellCheck={false} onChange={(event) => setWritten(event.currentTarget.value)} error={adding.data?.done === 0 && t('suppressions.nobody')} />
        {terms.fields}
        {adding.isError && <Failure problem={adding.error} />}
        <Button type="submit" loading={adding.isPending} disabled={!ready} style={{ justifySelf: 'start' }}>
          {t('suppressions.addNow')}
        </Button>
      </form>
    </Card>
  );
}

function FromFile() {
  const { t, num } = useWords();
  const renew = useRenew();
  const terms = useTerms();
  const [content, setContent] = useState<string>();
  const [told, tell] = useState(0);
  const items = useMemo(() => (content === undefined ? [] : listed(content, terms.channel, terms.reason, terms.expiresAt)), [content, terms.channel, terms.reason, terms.expiresAt]);
  const adding = useMutation({
    mutationFn: () => suppress(items, tell),
    onSettled: renew,
  });
  const ready = items.length > 0 && items.every(({ reason }) => reason !== '');
  return (
    <Card title={t('suppressions.file')} help={t('suppressions.fileHelp')}>
      <form
        className={d.form}
        aria-label={t('suppressions.file')}
        onSubmit={(event) => {
          event.preventDefault();
          tell(0);
          if (ready) adding.mutate();
        }}
      >
        <div>
          <label className={d.legend} htmlFor="suppression-file">
            {t('suppressions.choose')}
          </label>
          <input id="suppression-file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" onChange={(event) => void event.currentTarget.files?.[0]?.text().then(setContent)} />
        </div>
        {terms.fields}
        <div aria-live="polite" className="small">
          {content !== undefined && !adding.data && t('suppressions.lines', { n: num(items.length) })}
          {adding.data && t('suppressions.filed', { n: num(adding.data.done), bad: num(adding.data.nobody.length) })}
        </div>
        {adding.isPending && <Progress value={items.length === 0 ? 0 : (100 * told) / items.length} size="sm" aria-label={t('suppressions.file')} />}
        {adding.isError && <Failure problem={adding.error} />}
        <Button type="submit" loading={adding.isPending} disabled={!ready} style={{ justifySelf: 'start' }}>
          {t('suppressions.fileNow', { n: num(items.length) })}
        </Button>
      </form>
    </Card>
  );
}
