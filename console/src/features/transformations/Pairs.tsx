import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Step } from '../../api/transformations';
import { useWords } from '../../i18n';
import p from '../plans/plans.module.css';
import { lines, pairs } from './model';
import type { Put } from './StepEditor';

/** Which value becomes which, one on a line. */
export default function Pairs({ step, put, error }: { step: Step; put: Put; error: string | undefined }) {
  const { t } = useWords();
  const [written, setWritten] = useState(() => lines(step.values));
  return <Textarea className={p.json} size="xs" label={t('changes.values')} description={t('changes.valuesHint')} value={written} autosize minRows={2} maxRows={12} spellCheck={false} placeholder={'M = male\nF = female'} onChange={(event) => setWritten(event.currentTarget.value)} onBlur={() => { const next = pairs(written); if (JSON.stringify(next) !== JSON.stringify(step.values)) put({ values: next }); }} error={error} />;
}
