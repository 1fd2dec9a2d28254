import '@mantine/core/styles/Radio.layer.css';
import { Button, Checkbox, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { purposes, titled } from '../../api/purposes';
import { record, type Decision } from '../../api/trust';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { useFaults } from '../../ui/faults';
import { Answered, Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import { CHANNELS, languageName } from '../trust/names';
import d from '../trust/trust.module.css';

const DECISIONS = ['granted', 'withdrawn', 'refused'] as const;
const EVERYTHING = '*';
const FIELDS = ['/consents/0/purpose', '/consents/0/decision', '/consents/0/language', '/consents/0/wordingVersion', '/channel', '/time', '/note', '/guardian'];
const BLANK = { purpose: '', decision: 'granted' as Decision, channel: 'phone' as string, language: '', time: '', note: '', guardian: false, name: '', relation: '' };

/** What somebody said on the telephone or on paper, written down by whoever heard it. */
export default function RecordConsent({ who }: { who: string }) {
  const { t, language, num } = useWords();
  const client = useQueryClient();
  const known = useQuery(purposes);
  const [form, setForm] = useState(BLANK);
  const set = (change: Partial<typeof BLANK>) => setForm((old) => ({ ...old, ...change }));
  const saving = useMutation({
    mutationFn: () => {
      const shown = known.data?.find(({ key }) => key === form.purpose);
      const words = shown ? languageOf(shown.texts, form.language || language) : undefined;
      return record({
        profile: who,
        channel: form.channel,
        ...(form.time ? { time: new Date(form.time).toISOString() } : {}),
        ...(form.note.trim() ? { note: form.note.trim() } : {}),
        ...(form.guardian ? { guardian: { name: form.name.trim(), ...(form.relation.trim() ? { relation: form.relation.trim() } : {}) } } : {}),
        consents: [{ purpose: form.purpose, decision: form.decision, ...(words ? { language: words } : {}) }],
      });
    },
    onSuccess: async () => {
      await Promise.all(['standing', 'statements', 'person', 'ledger', 'newest'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      setForm({ ...BLANK, channel: form.channel });
      done(t('record.done'));
    },
  });
  const faults = useFaults(saving.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <Card title={t('record.title')} help={t('record.help')}>
      <Answered query={known} rows={4}>
        {(all) => {
          const shown = all.find(({ key }) => key === form.purpose);
          const words = shown ? languageOf(shown.texts, form.language || language) : undefined;
          const options = all.filter(({ status }) => status === 'active' || form.decision !== 'granted').map(({ key }) => ({ value: key, label: titled(all, key, language) }));
          return (
            <form className={d.form} onSubmit={submit}>
              <Radio.Group label={t('record.decision')} value={form.decision} onChange={(value) => set({ decision: value as Decision, ...(form.purpose === EVERYTHING && value !== 'withdrawn' ? { purpose: '' } : {}) })} error={faults.at('/consents/0/decision')}>
                <div className={d.buttons} style={{ marginTop: 6, gap: 16 }}>
                  {DECISIONS.map((each) => (
                    <Radio key={each} value={each} label={t(`decisions.${each}`)} />
                  ))}
                </div>
              </Radio.Group>
              <NativeSelect
                label={t('record.purpose')}
                required
                value={form.purpose}
                data={[{ value: '', label: t('record.choose') }, ...(form.decision === 'withdrawn' ? [{ value: EVERYTHING, label: t('record.everything') }] : []), ...options]}
                onChange={(event) => set({ purpose: event.currentTarget.value, language: '' })}
                error={faults.at('/consents/0/purpose')}
              />
              {shown && words && (
                <>
                  {Object.keys(shown.texts).length > 1 && (
                    <NativeSelect label={t('record.language')} value={words} data={Object.keys(shown.texts).map((each) => ({ value: each, label: languageName(each, language) }))} onChange={(event) => set({ language: event.currentTarget.value })} error={faults.at('/consents/0/language')} />
                  )}
                  <div>
                    <p className="small muted">{t('record.words', { n: num(shown.version) })}</p>
                    <p className={d.wording} lang={words}>
                      {form.decision === 'granted' ? shown.texts[words] : (shown.withdrawals[words] ?? shown.texts[words])}
                    </p>
                  </div>
                </>
              )}
              <NativeSelect label={t('record.channel')} value={form.channel} data={CHANNELS.map((each) => ({ value: each, label: t(`channels.${each}`) }))} onChange={(event) => set({ channel: event.currentTarget.value })} error={faults.at('/channel')} />
              <TextInput type="datetime-local" label={t('record.time')} description={t('record.timeHint')} value={form.time} onChange={(event) => set({ time: event.currentTarget.value })} error={faults.at('/time')} />
              <Textarea label={t('record.note')} description={t('record.noteHint')} value={form.note} maxLength={500} autosize minRows={2} maxRows={5} onChange={(event) => set({ note: event.currentTarget.value })} error={faults.at('/note')} />
              <Checkbox size="sm" label={t('record.guardian')} checked={form.guardian} onChange={(event) => set({ guardian: event.currentTarget.checked })} />
              {form.guardian && (
                <>
                  <TextInput label={t('record.guardianName')} required value={form.name} onChange={(event) => set({ name: event.currentTarget.value })} error={faults.at('/guardian')} />
                  <TextInput label={t('record.relation')} placeholder={t('record.relationHint')} value={form.relation} onChange={(event) => set({ relation: event.currentTarget.value })} />
                </>
              )}
              {saving.isError && <Failure problem={faults.rest(FIELDS)} />}
              <Button type="submit" loading={saving.isPending} disabled={form.purpose === '' || (form.guardian && form.name.trim() === '')} style={{ justifySelf: 'start' }}>
                {t('record.save')}
              </Button>
            </form>
          );
        }}
      </Answered>
    </Card>
  );
}

/** The words that were read out: in the language that was chosen, or the first that there are. */
const languageOf = (texts: Record<string, string>, wanted: string) => (texts[wanted] === undefined ? Object.keys(texts)[0] : wanted);
