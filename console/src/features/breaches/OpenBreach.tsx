import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { breaches, foreseeBreach, importList, openBreach, type Extent } from '../../api/incidents';
import { sources } from '../../api/sources';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import d from '../trust/trust.module.css';
import { BLANK, clockTime, extentOf, instant, KINDS, type Form } from './model';
import { Scope } from './Scope';

/** Says what got out: first it is only counted, then it is put on record and the clock runs. */
export default function OpenBreach() {
  const { t } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const asked = useSearch({ from: '/signed-in/breaches' });
  const { data: known = [] } = useQuery(sources);
  const [form, setForm] = useState<Form>(() => (asked.export ? { ...BLANK, kind: 'export', export: asked.export, at: asked.at && !Number.isNaN(Date.parse(asked.at)) ? clockTime(new Date(asked.at)) : '' } : BLANK));
  const { data: files = [] } = useQuery({ ...importList, enabled: form.kind === 'import' });
  const [reason, setReason] = useState('');
  const [discovered, setDiscovered] = useState('');
  const set = (change: Partial<Form>) => setForm((old) => ({ ...old, ...change }));
  const extent = extentOf(form);
  const written = JSON.stringify(extent);
  const looking = useMutation({ mutationFn: (text: string) => foreseeBreach(JSON.parse(text) as Extent) });
  const opening = useMutation({
    mutationFn: () => openBreach(extent!, reason.trim(), instant(discovered)),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: breaches.queryKey });
      done(t('breaches.opened'));
      await navigate({ to: '/breaches/$id', params: { id } });
    },
  });
  const ready = extent !== undefined && reason.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) opening.mutate();
  };
  const span = (
    <>
      <TextInput label={t('breaches.from')} type="datetime-local" value={form.from} required={form.kind === 'period'} onChange={(event) => set({ from: event.currentTarget.value })} />
      <TextInput label={t('breaches.to')} type="datetime-local" value={form.to} required={form.kind === 'period'} onChange={(event) => set({ to: event.currentTarget.value })} />
    </>
  );
  return (
    <Card title={t('breaches.open')} help={t('breaches.openHelp')}>
      <form className={d.form} onSubmit={submit} aria-label={t('breaches.open')}>
        <div className={d.fields}>
          <NativeSelect className={d.all} label={t('breaches.what')} description={t(`breaches.kindHints.${form.kind}`)} value={form.kind} data={KINDS.map((value) => ({ value, label: t(`breaches.kinds.${value}`) }))} onChange={(event) => set({ kind: event.currentTarget.value as Form['kind'] })} />
          {form.kind === 'source' && (
            <>
              <NativeSelect className={d.all} label={t('breaches.kinds.source')} value={form.source} required data={[{ value: '', label: t('breaches.choose') }, ...known.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(event) => set({ source: event.currentTarget.value })} />
              {span}
            </>
          )}
          {form.kind === 'import' && <NativeSelect className={d.all} label={t('breaches.kinds.import')} value={form.import} required data={[{ value: '', label: t('breaches.choose') }, ...files.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(event) => set({ import: event.currentTarget.value })} />}
          {form.kind === 'export' && (
            <>
              <TextInput label={t('breaches.request')} description={t('breaches.requestHint')} value={form.export} required spellCheck={false} onChange={(event) => set({ export: event.currentTarget.value })} />
              <TextInput label={t('breaches.at')} description={t('breaches.atHint')} type="datetime-local" value={form.at} required onChange={(event) => set({ at: event.currentTarget.value })} />
            </>
          )}
          {form.kind === 'period' && span}
          <TextInput label={t('breaches.discovered')} description={t('breaches.discoveredHint')} type="datetime-local" value={discovered} onChange={(event) => setDiscovered(event.currentTarget.value)} />
          <TextInput label={t('breaches.reason')} description={t('breaches.reasonHint')} value={reason} required maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
        </div>
        <div aria-live="polite">{looking.data && looking.variables === written && <Scope found={looking.data} />}</div>
        {looking.isError && looking.variables === written && <Failure problem={looking.error} />}
        {opening.isError && <Failure problem={opening.error} />}
        <div className={d.buttons}>
          <Button variant="default" loading={looking.isPending} disabled={extent === undefined} onClick={() => looking.mutate(written)}>
            {t('breaches.foresee')}
          </Button>
          <Button type="submit" loading={opening.isPending} disabled={!ready}>
            {t('breaches.openNow')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
