import type { Tried } from '../../api/enrichers';
import { learn, useWords } from '../../i18n';
import { Code } from '../../ui/layout';
import d from '../trust/trust.module.css';

await learn('tried');

/** What was asked, or would be, and what came of it. */
export function Shown({ of: { sample, refusal, request, sent, answer, traits } }: { of: Tried }) {
  const { t, num, moment } = useWords();
  if (!sample) return <p className="small">{t('enrichers.noSample')}</p>;
  return (
    <div className={d.stack} role="status">
      <p className="small">{[sample.event, moment(sample.time), sample.messageId].join(' · ')}</p>
      {refusal && <p className="small">{t('enrichers.refused', { why: t(`enrichers.refusals.${refusal}`, { defaultValue: refusal }) })}</p>}
      {request && <Code wrap label={t('enrichers.request')} text={[`${request.method} ${request.url}`, ...Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`), ...(request.body === undefined ? [] : ['', JSON.stringify(request.body, null, 2)])].join('\n')} />}
      {sent && answer && (
        <>
          <p className="small">{answer.code ? t(`enrichers.causes.${answer.code}`, { defaultValue: answer.code }) : t('enrichers.answered', { status: answer.status, ms: num(answer.ms) })}</p>
          {answer.body !== undefined && <Code wrap label={t('enrichers.answer')} text={JSON.stringify(answer.body, null, 2)} />}
          {traits && (Object.keys(traits).length === 0 ? <p className="small">{t('enrichers.noTraits')}</p> : <Code wrap label={t('enrichers.traits')} text={Object.entries(traits).map(([name, value]) => `${name} = ${JSON.stringify(value)}`).join('\n')} />)}
        </>
      )}
    </div>
  );
}
