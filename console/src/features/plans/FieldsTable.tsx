import { useWords } from '../../i18n';
import { Tag } from '../../ui/layout';
import ui from '../../ui/ui.module.css';
import { shown } from '../quality/changes';
import { fieldsOf, type Field } from './schema';
import s from './plans.module.css';

/** What a field must be, in words: its values, its form, its bounds. */
export function useBounds() {
  const { t, num, share } = useWords();
  return ({ schema }: Field): string[] => {
    const said: string[] = [];
    const n = (word: string) => (typeof schema[word] === 'number' ? num(schema[word]) : undefined);
    if (Array.isArray(schema['enum'])) said.push(t('fields.oneOf', { list: schema['enum'].slice(0, 6).map(shown).join(', ') + (schema['enum'].length > 6 ? ' …' : '') }));
    if (typeof schema['format'] === 'string') said.push(t(`formats.${schema['format']}`, { defaultValue: schema['format'] }));
    if (typeof schema['pattern'] === 'string') said.push(t('fields.patternIs', { pattern: schema['pattern'] }));
    if (n('minimum') !== undefined) said.push(t('fields.atLeast', { n: n('minimum') }));
    if (n('maximum') !== undefined) said.push(t('fields.atMost', { n: n('maximum') }));
    if (n('minLength') !== undefined) said.push(t('fields.longerThan', { n: n('minLength') }));
    if (n('maxLength') !== undefined) said.push(t('fields.shorterThan', { n: n('maxLength') }));
    if (typeof schema['x-rate'] === 'number') said.push(t('fields.rate', { n: share(schema['x-rate']) }));
    if (!schema['enum'] && Array.isArray(schema['examples']) && schema['examples'].length > 0) said.push(t('fields.examplesAre', { list: schema['examples'].map(shown).join(', ') }));
    return said;
  };
}

/** The fields that a rule names, to read. */
export function FieldsTable({ schema, section }: { schema: unknown; section: 'traits' | 'properties' }) {
  const { t } = useWords();
  const bounds = useBounds();
  const all = fieldsOf(schema, section);
  if (all.length === 0) return <p className={`${ui.row} muted small`}>{t('fields.none')}</p>;
  return (
    <div className={ui.scroll} tabIndex={0} role="region" aria-label={t(`fields.${section}`)}>
      <table className={`${ui.table} ${s.read}`}>
        <thead>
          <tr>
            <th scope="col">{t('fields.name')}</th>
            <th scope="col">{t('fields.type')}</th>
            <th scope="col">{t('fields.must')}</th>
            <th scope="col">{t('fields.bounds')}</th>
          </tr>
        </thead>
        <tbody>
          {all.map((field) => (
            <tr key={field.at.join('/')}>
              <td style={{ ['--depth' as string]: field.depth }}>
                <span className="mono">{field.name}</span>
                {typeof field.schema['description'] === 'string' && <div className="small muted">{field.schema['description']}</div>}
              </td>
              <td style={{ whiteSpace: 'nowrap' }}>{t(`fields.types.${field.base}`)}{field.nullable ? ` · ${t('fields.nullable')}` : ''}</td>
              <td>{field.required ? <Tag tone="accent">{t('fields.required')}</Tag> : <span className="muted small">{t('fields.optional')}</span>}</td>
              <td className="small">{bounds(field).join(' · ') || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
