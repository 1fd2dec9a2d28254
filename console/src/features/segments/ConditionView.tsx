import { Fragment } from 'react';
import { formOf, partsOf, type Condition, type Group, type Leaf } from '../../condition/model';
import { useWords } from '../../i18n';
import { useSentence } from './useSentence';
import s from './segments.module.css';

/** A condition to read: a sentence a line, groups set in. */
export function ConditionView({ condition, depth = 0 }: { condition: Condition; depth?: number }) {
  const { t } = useWords();
  const { sentence } = useSentence();
  const form = formOf(condition);
  if (!form) {
    return (
      <div className={s.leaf}>
        {sentence.of(condition as Leaf).map((part, i) => (
          <Fragment key={i}>{part.strong ? <b>{part.text}</b> : part.slot ? <em>{part.text}</em> : part.text}</Fragment>
        ))}
      </div>
    );
  }
  const parts = partsOf(condition as Group);
  const joiner = t(form === 'all' ? 'say.and' : form === 'any' ? 'say.or' : 'builder.nor');
  return (
    <div className={depth === 0 ? s.tree : s.inner} role="group" aria-label={t(`forms.${form}`)}>
      {(form === 'none' || depth > 0) && <div className={s.joiner}>{t(`forms.${form}`)}</div>}
      {parts.map((part, i) => (
        <Fragment key={i}>
          {i > 0 && <div className={s.joiner}>{joiner}</div>}
          <ConditionView condition={part} depth={depth + 1} />
        </Fragment>
      ))}
    </div>
  );
}
