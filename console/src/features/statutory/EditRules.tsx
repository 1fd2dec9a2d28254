import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { Problem } from '../../api/problem';
import { retention, saveRetention, type Kind } from '../../api/registers';
import { useWords } from '../../i18n';
import { Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import d from '../trust/trust.module.css';

type Draft = { kind: string; law: string; months: string; events: string };
const draftOf = ({ kind, law = '', months, events }: Kind): Draft => ({ kind, law, months: String(months), events: events.join('\n') });
const kindOf = ({ kind, law, months, events }: Draft): Kind => ({ kind: kind.trim(), law: law.trim(), months: Math.trunc(Number(months) || 0), events: [...new Set(events.split('\n').map((each) => each.trim()).filter((each) => each !== ''))] });

/** Which events are such records, and how long they are kept; for the erasures to come. */
export default function EditRules({ kinds, over }: { kinds: Kind[]; over: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [drafts, setDrafts] = useState<Draft[]>(() => kinds.map(draftOf));
  const put = (i: number, change: Partial<Draft>) => setDrafts((old) => old.map((each, at) => (at === i ? { ...each, ...change } : each)));
  const saving = useMutation({
    mutationFn: () => saveRetention(drafts.map(kindOf)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: retention.queryKey });
      done(t('statutory.saved'));
      over();
    },
  });
  // The server says all that is wrong in its detail, each as a code with the place: `invalid_months /kinds/1/months`.
  const said = saving.error instanceof Problem ? [...saving.error.detail.matchAll(/(\w+) (\/kinds\/\d+(?:\/\w+)?)/g)].map(([, code = '', path = '']) => ({ code, path })) : [];
  const fault = (path: string) => {
    const found = said.find((each) => each.path === path);
    return found && t(`reasons.${found.code}`, { defaultValue: found.code });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form className={d.form} onSubmit={submit} aria-label={t('statutory.edit')}>
      {drafts.map((each, i) => (
        <fieldset key={i} className={d.wording} style={{ margin: 0, minWidth: 0 }}>
          <legend className={d.legend}>{t(`lawful.${each.kind}`, { defaultValue: each.kind || t('statutory.newKind') })}</legend>
          <div className={d.fields}>
            <TextInput size="xs" label={t('statutory.key')} description={t('statutory.keyHint')} value={each.kind} spellCheck={false} maxLength={50} onChange={(event) => put(i, { kind: event.currentTarget.value })} error={fault(`/kinds/${i}/kind`) ?? fault(`/kinds/${i}`)} />
            <TextInput size="xs" label={t('statutory.monthsLabel')} description={t('statutory.monthsHint')} type="number" min={1} max={600} value={each.months} onChange={(event) => put(i, { months: event.currentTarget.value })} error={fault(`/kinds/${i}/months`)} />
            <Textarea className={d.all} size="xs" label={t('statutory.events')} description={t('statutory.eventsHint')} value={each.events} autosize minRows={2} maxRows={10} spellCheck={false} onChange={(event) => put(i, { events: event.currentTarget.value })} error={fault(`/kinds/${i}/events`)} />
            <TextInput className={d.all} size="xs" label={t('statutory.law')} value={each.law} maxLength={500} onChange={(event) => put(i, { law: event.currentTarget.value })} error={fault(`/kinds/${i}/law`)} />
          </div>
          <Button mt={8} size="xs" variant="subtle" color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => setDrafts((old) => old.filter((_, at) => at !== i))}>
            {t('statutory.drop')}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setDrafts((old) => [...old, { kind: '', law: '', months: '60', events: '' }])}>
          {t('statutory.add')}
        </Button>
      </div>
      <p className="small muted">{t('statutory.editMore')}</p>
      {saving.isError && <Failure problem={saving.error} />}
      <div className={d.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={over}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
