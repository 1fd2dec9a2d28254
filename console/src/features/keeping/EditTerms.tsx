import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { foreseen, saveTerms, terms, type Terms } from '../../api/keeping';
import { purposes, titled } from '../../api/purposes';
import { useWords } from '../../i18n';
import { Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import { UndoButtons } from '../../ui/UndoButtons';
import { useDraft } from '../../ui/useDraft';
import d from '../trust/trust.module.css';
import { DueList } from './DueList';
import { draftOf, faultsOf, KINDS, termOf, type Draft } from './model';

/** The rules while they are written: what a run would take away by them can be seen before they are saved. */
export default function EditTerms({ saved, over }: { saved: Terms; over: () => void }) {
  const { t, language, num } = useWords();
  const client = useQueryClient();
  const { data: known = [] } = useQuery(purposes);
  const draft = useDraft<Draft[]>(() => saved.rules.map(draftOf));
  const [reason, setReason] = useState('');
  const rules = draft.now.map(termOf);
  const written = JSON.stringify(rules);
  const looking = useMutation({ mutationFn: (text: string) => foreseen(JSON.parse(text) as typeof rules) });
  const saving = useMutation({
    mutationFn: (text: string) => saveTerms(saved.version, JSON.parse(text) as typeof rules, reason.trim()),
    onSuccess: async () => {
      await Promise.all([client.invalidateQueries({ queryKey: terms.queryKey }), client.invalidateQueries({ queryKey: ['terms-versions'] })]);
      done(t('keeping.saved'));
      over();
    },
  });
  // What is wrong is told only as long as it stands as it was sent.
  const said = [saving, looking].flatMap((each) => (each.isError && each.variables === written ? faultsOf(each.error) : []));
  const fault = (path: string) => {
    const found = said.find((each) => each.path === path);
    return found && t(`keeping.faults.${found.code}`, { defaultValue: found.code });
  };
  const put = (i: number, change: Partial<Draft>, tag?: string) => draft.set((old) => old.map((each, at) => (at === i ? { ...each, ...change } : each)), tag === undefined ? undefined : `${i} ${tag}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(written);
  };
  return (
    <form className={d.form} onSubmit={submit} aria-label={t('keeping.edit')}>
      {draft.now.map((each, i) => (
        <fieldset key={i} className={d.wording} style={{ margin: 0, minWidth: 0 }}>
          <legend className={d.legend}>{t('keeping.rule', { n: num(i + 1) })}</legend>
          <div className={d.fields}>
            <NativeSelect size="xs" label={t('keeping.kind')} value={each.kind} data={KINDS.map((value) => ({ value, label: t(`keeping.kinds.${value}`) }))} onChange={(event) => put(i, { kind: event.currentTarget.value as Draft['kind'], name: '' })} />
            {each.kind === 'purpose' ? (
              <NativeSelect size="xs" label={t('keeping.names.purpose')} value={each.name} data={[{ value: '', label: t('keeping.choose') }, ...known.map(({ key }) => ({ value: key, label: titled(known, key, language) }))]} onChange={(event) => put(i, { name: event.currentTarget.value })} error={fault(`/rules/${i}/purpose`) ?? fault(`/rules/${i}`)} />
            ) : (
              <TextInput size="xs" label={t(`keeping.names.${each.kind}`)} description={each.kind === 'event' ? t('keeping.eventHint') : undefined} value={each.name} spellCheck={false} maxLength={200} onBlur={draft.rest} onChange={(event) => put(i, { name: event.currentTarget.value }, 'name')} error={fault(`/rules/${i}/${each.kind}`) ?? fault(`/rules/${i}`)} />
            )}
            {each.kind === 'purpose' ? (
              <>
                <Textarea size="xs" label={t('keeping.names.event')} description={t('keeping.linesHint')} value={each.events} autosize minRows={2} maxRows={8} spellCheck={false} onBlur={draft.rest} onChange={(event) => put(i, { events: event.currentTarget.value }, 'events')} error={fault(`/rules/${i}/events`)} />
                <Textarea size="xs" label={t('keeping.names.trait')} description={t('keeping.linesHint')} value={each.traits} autosize minRows={2} maxRows={8} spellCheck={false} onBlur={draft.rest} onChange={(event) => put(i, { traits: event.currentTarget.value }, 'traits')} error={fault(`/rules/${i}/traits`)} />
              </>
            ) : (
              <TextInput size="xs" label={t('keeping.days')} description={t(`keeping.daysHints.${each.kind}`)} type="number" min={1} max={36_500} value={each.days} onBlur={draft.rest} onChange={(event) => put(i, { days: event.currentTarget.value }, 'days')} error={fault(`/rules/${i}/days`)} />
            )}
          </div>
          <Button mt={8} size="xs" variant="subtle" color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => draft.set((old) => old.filter((_, at) => at !== i))}>
            {t('keeping.drop')}
          </Button>
        </fieldset>
      ))}
      <div className={d.buttons}>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => draft.set((old) => [...old, { kind: 'event', name: '', days: '365', events: '', traits: '' }])}>
          {t('keeping.add')}
        </Button>
        <UndoButtons draft={draft} />
      </div>
      <TextInput label={t('reason')} description={t('keeping.reasonHint')} value={reason} maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
      <div aria-live="polite">{looking.data && looking.variables === written && <DueList due={looking.data} label={t('keeping.foreseen')} />}</div>
      {looking.isError && looking.variables === written && <Failure problem={looking.error} />}
      {saving.isError && saving.variables === written && <Failure problem={saving.error} />}
      <div className={d.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {t('save')}
        </Button>
        <Button variant="default" loading={looking.isPending} onClick={() => looking.mutate(written)}>
          {t('keeping.foresee')}
        </Button>
        <Button variant="default" onClick={over}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
