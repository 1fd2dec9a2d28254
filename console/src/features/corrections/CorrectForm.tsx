import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { correct, takeBack } from '../../api/decisions';
import { person } from '../../api/people';
import { useWords } from '../../i18n';
import { Failure } from '../../ui/states';
import { done, failed } from '../../ui/toast';
import d from '../trust/trust.module.css';
import { formOf, FORMS, shown, valueOf, type Form } from './values';

/** What changes with a correction: the person, what is on record of them. */
export function useRenewed(who: string) {
  const client = useQueryClient();
  return () => Promise.all([client.invalidateQueries({ queryKey: ['person'] }), client.invalidateQueries({ queryKey: ['corrections', who] }), client.invalidateQueries({ queryKey: ['requests'] })]);
}

/** Gives a trait its right value; what stands now and what will are seen side by side. @param request that it answers, and closes in the same step */
export function CorrectForm({ who, request, over }: { who: string; request?: string; over: () => void }) {
  const { t } = useWords();
  const list = useId();
  const renew = useRenewed(who);
  const { data: known } = useQuery(person(who));
  const [trait, setTrait] = useState('');
  const [form, setForm] = useState<Form>('text');
  const [written, write] = useState('');
  const [reason, setReason] = useState('');
  const before = known?.traits[trait.trim()]?.value;
  const value = valueOf(form, written);
  const making = useMutation({
    mutationFn: () => correct(who, { trait: trait.trim(), value: value!.value, reason: reason.trim(), ...(request ? { request, close: { outcome: reason.trim() } } : {}) }),
    onSuccess: async ({ id }) => {
      await renew();
      // What answers a request is told to the person; it is taken back with a reason of its own.
      done(t('corrections.made'), request ? undefined : () => void takeBack(who, id, t('corrections.undoReason')).then(renew, failed));
      over();
    },
  });
  const choose = (name: string) => {
    setTrait(name);
    const stands = known?.traits[name.trim()];
    if (stands) setForm(formOf(stands.value));
  };
  const ready = trait.trim() !== '' && value !== undefined && reason.trim() !== '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) making.mutate();
  };
  return (
    <form className={d.form} onSubmit={submit} aria-label={t('corrections.form')}>
      <TextInput label={t('corrections.trait')} value={trait} list={list} required maxLength={200} autoComplete="off" spellCheck={false} onChange={(event) => choose(event.currentTarget.value)} />
      <datalist id={list}>
        {Object.keys(known?.traits ?? {}).map((name) => (
          <option key={name} value={name} label={t(`traits.${name}`, { defaultValue: name })} />
        ))}
      </datalist>
      <div className={d.fields}>
        <NativeSelect label={t('corrections.as')} value={form} data={FORMS.map((each) => ({ value: each, label: t(`corrections.forms.${each}`) }))} onChange={(event) => setForm(event.currentTarget.value as Form)} />
        {form === 'truth' ? (
          <NativeSelect label={t('corrections.value')} value={written === 'true' ? 'true' : 'false'} data={['true', 'false'].map((each) => ({ value: each, label: t(`corrections.truth.${each}`) }))} onChange={(event) => write(event.currentTarget.value)} />
        ) : (
          form !== 'nothing' && <TextInput label={t('corrections.value')} value={written} required inputMode={form === 'number' ? 'decimal' : undefined} autoComplete="off" onChange={(event) => write(event.currentTarget.value)} />
        )}
      </div>
      {trait.trim() !== '' && <BeforeAfter before={shown(before)} after={value === undefined ? '…' : shown(value.value)} />}
      <TextInput label={t('reason')} description={t('corrections.reasonHint')} value={reason} required maxLength={1000} onChange={(event) => setReason(event.currentTarget.value)} />
      {making.isError && <Failure problem={making.error} />}
      <div className={d.buttons}>
        <Button type="submit" loading={making.isPending} disabled={!ready}>
          {t(request ? 'corrections.accept' : 'corrections.makeNow')}
        </Button>
        <Button variant="default" onClick={over}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** What stood there, and what stands there then. */
export function BeforeAfter({ before, after }: { before: string; after: string }) {
  const { t } = useWords();
  return (
    <dl className={`${d.facts} ${d.wording}`}>
      <dt>{t('corrections.before')}</dt>
      <dd>{before === '' ? t('corrections.empty') : <del>{before}</del>}</dd>
      <dt>{t('corrections.after')}</dt>
      <dd>{after === '' ? t('corrections.empty') : after}</dd>
    </dl>
  );
}
