import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { processing, saveController, type Controller, type Processing, type Transfer } from '../../api/incidents';
import { useWords } from '../../i18n';
import { Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import { UndoButtons } from '../../ui/UndoButtons';
import { useDraft } from '../../ui/useDraft';
import d from '../trust/trust.module.css';

const TRANSFER = ['recipient', 'country', 'purpose', 'items', 'method', 'retention', 'safeguard'] as const;

/** What only people can say: who is responsible, what protects the data, and what goes to other countries. */
export default function Edit({ saved, over }: { saved: Processing; over: () => void }) {
  const { t, num } = useWords();
  const client = useQueryClient();
  const draft = useDraft<{ controller: Controller; transfers: Transfer[] }>(() => ({ controller: saved.controller, transfers: saved.transfers }));
  const { controller, transfers } = draft.now;
  const [before] = useState(saved);
  const saving = useMutation({
    mutationFn: () => saveController(controller, transfers),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: processing.queryKey });
      done(t('processing.saved'), () => void saveController(before.controller, before.transfers).then(() => client.invalidateQueries({ queryKey: processing.queryKey })));
      over();
    },
  });
  const say = (field: keyof Controller, value: string) => draft.set((old) => ({ ...old, controller: { ...old.controller, [field]: value } }), field);
  const put = (i: number, field: (typeof TRANSFER)[number], value: string) => draft.set((old) => ({ ...old, transfers: old.transfers.map((each, at) => (at === i ? { ...each, [field]: value } : each)) }), `${i} ${field}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form className={d.form} onSubmit={submit} aria-label={t('processing.edit')}>
      <div className={d.fields}>
        <TextInput label={t('processing.name')} value={controller.name} maxLength={1000} onBlur={draft.rest} onChange={(event) => say('name', event.currentTarget.value)} />
        <TextInput label={t('processing.officer')} value={controller.officer} maxLength={1000} onBlur={draft.rest} onChange={(event) => say('officer', event.currentTarget.value)} />
        <TextInput className={d.all} label={t('processing.contact')} value={controller.contact} maxLength={1000} onBlur={draft.rest} onChange={(event) => say('contact', event.currentTarget.value)} />
        <Textarea className={d.all} label={t('processing.security')} description={t('processing.securityHint')} value={controller.security} maxLength={1000} autosize minRows={2} maxRows={8} onBlur={draft.rest} onChange={(event) => say('security', event.currentTarget.value)} />
      </div>
      {transfers.map((each, i) => (
        <fieldset key={i} className={d.wording} style={{ margin: 0, minWidth: 0 }}>
          <legend className={d.legend}>{t('processing.transfer', { n: num(i + 1) })}</legend>
          <div className={d.fields}>
            {TRANSFER.map((field) => (
              <TextInput key={field} size="xs" label={t(`processing.transferFields.${field}`)} value={each[field] ?? ''} maxLength={1000} onBlur={draft.rest} onChange={(event) => put(i, field, event.currentTarget.value)} />
            ))}
          </div>
          <Button mt={8} size="xs" variant="subtle" color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => draft.set((old) => ({ ...old, transfers: old.transfers.filter((_, at) => at !== i) }))}>
            {t('processing.drop')}
          </Button>
        </fieldset>
      ))}
      <div className={d.buttons}>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => draft.set((old) => ({ ...old, transfers: [...old.transfers, {}] }))}>
          {t('processing.add')}
        </Button>
        <UndoButtons draft={draft} />
      </div>
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
