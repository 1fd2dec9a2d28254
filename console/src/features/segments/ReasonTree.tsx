import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import { tell, type Reason, type Told } from '../../condition/reason';
import { useWords } from '../../i18n';
import { useSentence } from './useSentence';
import s from './why.module.css';

const ICONS = { match: IconCheck, no_match: IconX, unknown: IconQuestionMark } as const;

/** Why somebody is in, or is not: each condition with what decided it. */
export function ReasonTree({ reason, name }: { reason: Reason; name?: string }) {
  const { t, num, moment } = useWords();
  const { sentence } = useSentence();
  const told = tell(reason, sentence, { t, num, moment });
  return (
    <div className={s.tree}>
      {name !== undefined && (
        <p className={s.verdict} data-result={told.result}>
          {t(told.result === 'match' ? 'why.in' : told.result === 'no_match' ? 'why.out' : 'why.unsure', { name })}
        </p>
      )}
      <ul>
        <Line told={told} />
      </ul>
      {told.changesAt && <p className="small muted">{t('why.changes', { time: moment(told.changesAt) })}</p>}
    </div>
  );
}

function Line({ told }: { told: Told }) {
  const { t } = useWords();
  const Icon = ICONS[told.result];
  return (
    <li>
      <div className={s.line} data-result={told.result} data-group={told.group}>
        <Icon size={15} stroke={2.2} aria-hidden />
        <div>
          <span className="visually-hidden">{t(told.result === 'unknown' ? 'why.unknown_result' : `why.${told.result}`)}: </span>
          {told.text}
          {told.because.length > 0 && <div className={s.because}>{told.because.join(' · ')}</div>}
        </div>
      </div>
      {told.of.length > 0 && (
        <ul className={s.inner}>
          {told.of.map((part, i) => (
            <Line key={i} told={part} />
          ))}
        </ul>
      )}
    </li>
  );
}
