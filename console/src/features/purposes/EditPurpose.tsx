import { Button, Checkbox, NativeSelect, NumberInput, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { changePurpose, createPurpose, purpose, purposes, titled, type Purpose } from '../../api/trust';
import { useWords } from '../../i18n';
import { useFaults } from '../../ui/faults';
import { Card, Page } from '../../ui/layout';
import { Answered, Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import { BASES, REACHES } from '../trust/names';
import d from '../trust/trust.module.css';
import { BLANK, body, formOf, type Form } from './form';
import { Texts } from './Texts';

/** A new purpose. */
export function NewPurposePage() {
  return <Editor />;
}

/** The next version of a purpose. */
export function EditPurposePage() {
  const { key } = useParams({ from: '/signed-in/purposes/$key/edit' });
  // What somebody else saves meanwhile does not change what is being written.
  const found = useQuery({ ...purpose(key), refetchOnWindowFocus: false, staleTime: Infinity, gcTime: 0 });
  return (
    <Answered query={found} rows={8}>
      {(data) => <Editor key={key} saved={data} />}
    </Answered>
  );
}

const FIELDS = ['/key', '/titles', '/texts', '/withdrawals', '/basis', '/recipients', '/retentionDays', '/consentDays', '/minimumAge', '/guardian', '/channel', '/aliases', '/status', '/reason'];

function Editor({ saved }: { saved?: Purpose }) {
  const { t, language, num } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [form, setForm] = useState<Form>(() => (saved ? formOf(saved) : BLANK));
  const set = (change: Partial<Form>) => setForm((old) => ({ ...old, ...change }));
  const saving = useMutation({
    mutationFn: () => (saved ? changePurpose(saved.key, saved.version, body(form)) : createPurpose({ key: form.key.trim(), ...body(form) })),
    onSuccess: async (answer) => {
      await Promise.all([client.invalidateQueries({ queryKey: purposes.queryKey }), client.invalidateQueries({ queryKey: ['purpose'] }), client.invalidateQueries({ queryKey: ['standing'] })]);
      done(t('purpose.saved', { n: num(answer.version) }));
      await navigate({ to: '/purposes/$key', params: { key: answer.key } });
    },
  });
  const faults = useFaults(saving.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  const days = (field: 'retentionDays' | 'consentDays' | 'minimumAge', most: number) => ({
    value: form[field],
    onChange: (value: number | string) => set({ [field]: typeof value === 'number' ? value : 0 }),
    min: 0,
    max: most,
    allowDecimal: false,
    error: faults.at(`/${field}`),
  });
  return (
    <Page title={saved ? t('purpose.editing', { name: titled([saved], saved.key, language) }) : t('purpose.make')} lead={t('purpose.editLead')}>
      <form className={d.stack} onSubmit={submit}>
        <Card title={t('purpose.words')} help={t('purpose.wordsHelp')}>
          <Texts form={form} set={set} faults={faults.at} />
        </Card>
        <Card title={t('purpose.facts')} help={t('purpose.factsHelp')}>
          <div className={`${d.form} ${d.fields}`}>
            {!saved && <TextInput className={d.all} label={t('purpose.key')} description={t('purpose.keyHint')} value={form.key} required spellCheck={false} onChange={(event) => set({ key: event.currentTarget.value })} error={faults.at('/key')} />}
            <NativeSelect label={t('purpose.basis')} description={t('purpose.basisHint')} value={form.basis} data={BASES.map((value) => ({ value, label: t(`bases.${value}`) }))} onChange={(event) => set({ basis: event.currentTarget.value as Form['basis'] })} error={faults.at('/basis')} />
            <NativeSelect label={t('purpose.channel')} description={t('purpose.channelHint')} value={form.channel} data={REACHES.map((value) => ({ value, label: t(`reaches.${value}`) }))} onChange={(event) => set({ channel: event.currentTarget.value as Form['channel'] })} error={faults.at('/channel')} />
            <NumberInput label={t('purpose.retentionDays')} description={t('purpose.retentionHint')} {...days('retentionDays', 36_500)} />
            <NumberInput label={t('purpose.consentDays')} description={t('purpose.consentHint')} {...days('consentDays', 36_500)} />
            <NumberInput label={t('purpose.minimumAge')} description={t('purpose.ageHint')} {...days('minimumAge', 25)} />
            <NativeSelect label={t('purpose.state')} description={t('purpose.stateHint')} value={form.status} data={(['active', 'retired'] as const).map((value) => ({ value, label: t(`purpose.states.${value}`) }))} onChange={(event) => set({ status: event.currentTarget.value === 'retired' ? 'retired' : 'active' })} error={faults.at('/status')} />
            <Checkbox className={d.all} size="sm" label={t('purpose.guardian')} checked={form.guardian} onChange={(event) => set({ guardian: event.currentTarget.checked })} error={faults.at('/guardian')} />
            <TagsInput className={d.all} label={t('purpose.recipients')} description={t('purpose.recipientsHint')} value={form.recipients} onChange={(recipients) => set({ recipients })} error={faults.at('/recipients')} />
            <TagsInput className={d.all} label={t('purpose.aliases')} description={t('purpose.aliasesHint')} value={form.aliases} onChange={(aliases) => set({ aliases })} error={faults.at('/aliases')} />
          </div>
        </Card>
        <Card title={t('purpose.why')}>
          <div className={d.form}>
            <Textarea label={t('reason')} description={t('purpose.reasonHint')} value={form.reason} required maxLength={1000} autosize minRows={2} maxRows={6} onChange={(event) => set({ reason: event.currentTarget.value })} error={faults.at('/reason')} />
            {saving.isError && <Failure problem={faults.rest(FIELDS)} />}
            <div className={d.buttons}>
              <Button type="submit" loading={saving.isPending} disabled={form.reason.trim() === ''}>
                {saved ? t('purpose.save', { n: num(saved.version + 1) }) : t('purpose.make')}
              </Button>
              {saved ? (
                <Link to="/purposes/$key" params={{ key: saved.key }}>
                  {t('cancel')}
                </Link>
              ) : (
                <Link to="/purposes">{t('cancel')}</Link>
              )}
            </div>
          </div>
        </Card>
      </form>
    </Page>
  );
}
