import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { breach, breaches, drafts, noteBreach, peopleOf, type Breach } from '../../api/incidents';
import { download } from '../../api/registers';
import { useWords } from '../../i18n';
import { Card, Page, Tag } from '../../ui/layout';
import { Answered, Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import { ReasonField } from '../statutory/ReasonField';
import d from '../trust/trust.module.css';
import { Clock } from './BreachesPage';
import { clockTime, instant } from './model';
import { Scope } from './Scope';
import { useExtent } from './useExtent';

/** One breach: whose data, how much time is left, whom to tell and with what words. */
export function BreachPage() {
  const { id } = useParams({ from: '/signed-in/breaches/$id' });
  const { t } = useWords();
  const found = useQuery(breach(id));
  const extent = useExtent();
  return (
    <Page title={found.data?.reason ?? t('breaches.one')} lead={<Link to="/breaches">{t('breaches.title')}</Link>} actions={found.data && <Clock breach={found.data} />}>
      <Answered query={found} rows={8}>
        {(data) => (
          <div className={d.two}>
            <div className={d.stack}>
              <Card title={t('breaches.scope')} help={t('breaches.scopeHelp')}>
                <div className={d.pad}>
                  <p className="small">{extent(data.extent)}</p>
                  <Scope found={data} />
                </div>
              </Card>
              <Texts id={id} />
            </div>
            <div className={d.stack}>
              <Told one={data} />
              <People one={data} />
            </div>
          </div>
        )}
      </Answered>
    </Page>
  );
}

/** The two who have to be told, and when they were. */
function Told({ one }: { one: Breach }) {
  const { t, moment } = useWords();
  return (
    <Card title={t('breaches.clock')} help={t('breaches.clockHelp')}>
      <div className={d.pad}>
        <dl className={d.facts}>
          <dt>{t('breaches.discovered')}</dt>
          <dd>{moment(one.clock.discoveredAt)}</dd>
          <dt>{t('breaches.due')}</dt>
          <dd>{moment(one.clock.dueAt)}</dd>
          <dt>{t('breaches.author')}</dt>
          <dd>{one.author}</dd>
        </dl>
      </div>
      <ul>
        <Step one={one} who="authority" at={one.clock.authorityAt} />
        <Step one={one} who="subjects" at={one.clock.subjectsAt} />
      </ul>
    </Card>
  );
}

function Step({ one, who, at }: { one: Breach; who: 'authority' | 'subjects'; at?: string }) {
  const { t, moment } = useWords();
  const client = useQueryClient();
  const [time, setTime] = useState<string>();
  const noting = useMutation({
    mutationFn: (told: string) => noteBreach(one.id, { [`${who}At`]: told }),
    onSuccess: async () => {
      setTime(undefined);
      await Promise.all([client.invalidateQueries({ queryKey: ['breach', one.id] }), client.invalidateQueries({ queryKey: breaches.queryKey })]);
      done(t('breaches.noted'));
    },
  });
  const chosen = time === undefined ? undefined : instant(time);
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <div className={d.name}>{t(`breaches.told.${who}`)}</div>
          <div className="small muted">{at ? moment(at) : t(`breaches.toldMore.${who}`)}</div>
        </div>
        <span className={d.side}>
          <Tag tone={at ? 'ok' : 'warn'}>{t(at ? 'breaches.isTold' : 'breaches.notTold')}</Tag>
          {time === undefined && (
            <Button size="xs" variant="default" aria-label={`${t(`breaches.told.${who}`)}: ${t('breaches.note')}`} onClick={() => setTime(clockTime(at ? new Date(at) : new Date()))}>
              {t(at ? 'breaches.correct' : 'breaches.note')}
            </Button>
          )}
        </span>
      </div>
      {time !== undefined && (
        <form
          className={d.detail}
          aria-label={t(`breaches.told.${who}`)}
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen) noting.mutate(chosen);
          }}
        >
          <TextInput label={t('breaches.toldAt')} type="datetime-local" value={time} required onChange={(event) => setTime(event.currentTarget.value)} />
          {noting.isError && <Failure problem={noting.error} />}
          <div className={d.buttons}>
            <Button type="submit" size="xs" loading={noting.isPending} disabled={!chosen}>
              {t('save')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setTime(undefined)}>
              {t('cancel')}
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}

/** What is written to both, with all that is known filled in; it may be changed before it is taken. */
function Texts({ id }: { id: string }) {
  const { t, language } = useWords();
  const { lang = language } = useSearch({ from: '/signed-in/breaches/$id' });
  const navigate = useNavigate({ from: '/breaches/$id' });
  const found = useQuery(drafts(id, lang));
  return (
    <Card
      title={t('breaches.texts')}
      help={t('breaches.textsHelp')}
      side={<SegmentedControl size="xs" aria-label={t('breaches.lang')} value={lang} data={[{ value: 'ko', label: '한국어' }, { value: 'en', label: 'English' }]} onChange={(value) => void navigate({ search: { lang: value === language ? undefined : (value as 'ko' | 'en') }, replace: true, resetScroll: false })} />}
    >
      <Answered query={found} rows={8}>
        {(texts) => (
          <div className={d.pad} key={texts.lang}>
            {(['authority', 'subjects'] as const).map((who) => (
              <Text key={who} name={`${id}-${who}-${texts.lang}.txt`} label={t(`breaches.texts_${who}`)} written={texts[who]} />
            ))}
          </div>
        )}
      </Answered>
    </Card>
  );
}

function Text({ name, label, written }: { name: string; label: string; written: string }) {
  const { t } = useWords();
  const [text, setText] = useState(written);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    done(t('copied'));
  };
  return (
    <div className={d.stack} style={{ gap: 8 }}>
      <Textarea label={label} value={text} autosize minRows={8} maxRows={24} onChange={(event) => setText(event.currentTarget.value)} />
      <div className={d.buttons}>
        <Button size="xs" variant="default" aria-label={`${label}: ${t('copy')}`} onClick={() => void copy()}>
          {t('copy')}
        </Button>
        <Button size="xs" variant="default" aria-label={`${label}: ${t('breaches.save')}`} onClick={() => download(name, new Blob([text], { type: 'text/plain;charset=utf-8' }))}>
          {t('breaches.save')}
        </Button>
      </div>
    </div>
  );
}

/** Whose data it is, as a file for those who write to them. */
function People({ one }: { one: Breach }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const taking = useMutation({
    mutationFn: () => peopleOf(one.id, reason.trim()),
    onSuccess: (file) => {
      download(`${one.id}.csv`, file);
      setReason('');
    },
  });
  return (
    <Card title={t('breaches.file')} help={t('breaches.fileHelp')}>
      <div className={d.pad}>
        <ReasonField description={t('breaches.fileHint')} value={reason} set={setReason} label={t('breaches.fileNow')} busy={taking.isPending} go={() => taking.mutate()} />
        {taking.isError && <Failure problem={taking.error} />}
      </div>
    </Card>
  );
}
