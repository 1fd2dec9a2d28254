import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../i18n';
import { languageName } from '../trust/names';
import d from '../trust/trust.module.css';
import { withLanguage, type Form } from './form';

/** The words of a purpose, a set for each language. */
export function Texts({ form, set, faults }: { form: Form; set: (change: Partial<Form>) => void; faults: (path: string) => string | undefined }) {
  const { t, language } = useWords();
  const [code, setCode] = useState('');
  const change = (at: string, part: Partial<Form['wordings'][number]>) => set({ wordings: form.wordings.map((each) => (each.language === at ? { ...each, ...part } : each)) });
  // What is wrong with a list as a whole stands at the first language.
  const fault = (field: string, at: string, first: boolean) => faults(`/${field}/${at}`) ?? (first && form.wordings.every(({ language: each }) => faults(`/${field}/${each}`) === undefined) ? faults(`/${field}`) : undefined);
  const good = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(code.trim());
  return (
    <>
      {form.wordings.map((each, i) => (
        <fieldset key={each.language} className={d.textOf} style={{ border: 0, margin: 0 }}>
          <legend className={d.legend} style={{ padding: '12px 0 0' }}>
            {languageName(each.language, language)}
          </legend>
          <TextInput label={t('purpose.name')} lang={each.language} value={each.title} maxLength={200} onChange={(event) => change(each.language, { title: event.currentTarget.value })} error={fault('titles', each.language, i === 0)} />
          <Textarea label={t('purpose.text')} description={t('purpose.textHint')} lang={each.language} value={each.text} autosize minRows={2} maxRows={12} onChange={(event) => change(each.language, { text: event.currentTarget.value })} error={fault('texts', each.language, i === 0)} />
          <Textarea label={t('purpose.withdrawal')} description={t('purpose.withdrawalHint')} lang={each.language} value={each.withdrawal} autosize minRows={2} maxRows={8} onChange={(event) => change(each.language, { withdrawal: event.currentTarget.value })} error={fault('withdrawals', each.language, i === 0)} />
        </fieldset>
      ))}
      <div className={d.pad}>
        <div className={d.buttons} style={{ alignItems: 'flex-end' }}>
          <TextInput size="xs" w={160} label={t('purpose.language')} placeholder="ja" value={code} maxLength={35} spellCheck={false} onChange={(event) => setCode(event.currentTarget.value)} />
          <Button
            size="xs"
            variant="default"
            disabled={!good}
            onClick={() => {
              set({ wordings: withLanguage(form, code.trim()) });
              setCode('');
            }}
          >
            {t('purpose.addLanguage')}
          </Button>
        </div>
      </div>
    </>
  );
}
