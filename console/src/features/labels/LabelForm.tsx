import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { CLASSES, type Label, type LabelClass, type Labels } from '../../api/labels';
import { purposes, titled } from '../../api/purposes';
import { useWords } from '../../i18n';
import { useFaults } from '../../ui/faults';
import { Failure } from '../../ui/states';
import d from '../trust/trust.module.css';
import { put } from './model';
import { useSaving } from './useSaving';

/** What a field is, and which purposes see it. @param label to begin with; without a field, one is asked for */
export default function LabelForm({ saved, label, over, title }: { saved: Labels; label: Label; over: () => void; title: string }) {
  const { t, language } = useWords();
  const { data: known = [] } = useQuery(purposes);
  const [now, setNow] = useState(label);
  const [reason, setReason] = useState('');
  const saving = useSaving(saved, over);
  const set = (change: Partial<Label>) => setNow((old) => ({ ...old, ...change }));
  const next = put(saved, now);
  const at = next.labels.findIndex(({ field }) => field === now.field);
  const faults = useFaults(saving.error);
  const fields = ['field', 'class', 'purposes', 'note'].map((field) => `/labels/${at}/${field}`);
  const fault = (field: string) => faults.at(`/labels/${at}/${field}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (now.field.trim() !== '') saving.mutate({ next, reason: reason.trim() });
  };
  return (
    <form className={d.form} onSubmit={submit} aria-label={title}>
      {label.field === '' && <TextInput label={t('labels.field')} description={t('labels.fieldHint')} placeholder="/traits/email" value={now.field} required spellCheck={false} onChange={(event) => set({ field: event.currentTarget.value })} error={fault('field')} />}
      <NativeSelect label={t('labels.class')} description={t(`labels.classHints.${now.class}`)} value={now.class} data={CLASSES.map((value) => ({ value, label: t(`labels.classes.${value}`) }))} onChange={(event) => set({ class: event.currentTarget.value as LabelClass })} error={fault('class')} />
      {now.class !== 'none' && (
        <Checkbox.Group label={t('labels.seenBy')} description={t('labels.seenByHint')} value={now.purposes ?? []} onChange={(chosen) => set({ purposes: chosen })} error={fault('purposes')}>
          <div style={{ display: 'grid', gap: 6, marginTop: 6 }}>
            {known.filter(({ status, key }) => status === 'active' || now.purposes?.includes(key)).map(({ key }) => (
              <Checkbox key={key} value={key} size="sm" label={titled(known, key, language)} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <TextInput label={t('labels.note')} value={now.note ?? ''} maxLength={1000} onChange={(event) => set({ note: event.currentTarget.value })} error={fault('note')} />
      <TextInput label={t('reason')} description={t('labels.reasonHint')} value={reason} maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
      {saving.isError && <Failure problem={faults.rest(fields)} />}
      <div className={d.buttons}>
        <Button type="submit" loading={saving.isPending} disabled={now.field.trim() === ''}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={over}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
