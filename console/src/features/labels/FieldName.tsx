import { useWords } from '../../i18n';
import d from '../trust/trust.module.css';
import { placed } from './model';

/** A field by its name, with the part it stands in. */
export function FieldName({ field }: { field: string }) {
  const { t } = useWords();
  const { part, name } = placed(field);
  return (
    <div className={d.name}>
      <span className="small muted">{t(`labels.parts.${part}`, { defaultValue: part })} </span>
      {name || field}
    </div>
  );
}
