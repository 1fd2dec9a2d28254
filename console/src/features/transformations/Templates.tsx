import { useQuery } from '@tanstack/react-query';
import { templates, type Tables, type Transformation } from '../../api/transformations';
import { useWords } from '../../i18n';
import { Answered } from '../../ui/states';
import p from '../plans/plans.module.css';

/** Ready-made transformations, to begin with. */
export default function Templates({ choose }: { choose: (one: Transformation, tables?: Tables) => void }) {
  const { t } = useWords();
  const found = useQuery(templates);
  return (
    <Answered query={found} rows={3}>
      {(all) => (
        <ul className={p.list} aria-label={t('changes.ready')} style={{ borderBottom: '1px solid var(--line)' }}>
          {all.map(({ id, name, transformation, tables }) => {
            const called = t(`templates.${id}`, { defaultValue: name });
            return (
              <li key={id}>
                <button type="button" className={p.rule} onClick={() => choose({ ...transformation, name: called }, tables)}>
                  <span>{called}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Answered>
  );
}
