import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../i18n';
import ui from '../../ui/ui.module.css';
import { useBounds } from './FieldsTable';
import { add, BASES, fieldsOf, FORMATS, inside, pointer, read, remove, rename, require, retype, say, written, type Base, type Field } from './schema';
import s from './plans.module.css';

type Step = (schema: unknown) => unknown;
type Set = (step: Step, tag?: string) => void;
type Editing = { section: 'traits' | 'properties'; path: string; set: Set; rest: () => void; fault: (path: string) => string | undefined };

/** The fields of an event, one a line; what is said of one besides comes when it is opened. */
export function FieldsEditor({ schema, ...editing }: Editing & { schema: unknown }) {
  const { t } = useWords();
  const { section, set } = editing;
  const [open, setOpen] = useState<string>();
  const [fresh, setFresh] = useState<string>();
  const all = fieldsOf(schema, section);
  const put = (at: string[]) => {
    const made = add(schema, at, t('fields.newName'));
    const place = pointer([...at, 'properties', made.name]);
    setFresh(place);
    set(() => made.schema);
  };
  return (
    <>
      {all.length === 0 ? (
        <p className={s.note}>{t('fields.none')}</p>
      ) : (
        <ul className={s.table} aria-label={t(`fields.${section}`)}>
          {all.map((field) => {
            const place = pointer(field.at);
            return <One key={place} field={field} schema={schema} fresh={fresh === place} opened={open === place} toggle={() => setOpen(open === place ? undefined : place)} put={put} {...editing} />;
          })}
        </ul>
      )}
      <div>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => put(['properties', section])}>
          {t('fields.add')}
        </Button>
      </div>
    </>
  );
}

function One({ field, schema, fresh, opened, toggle, put, section, path, set, rest, fault }: Editing & { field: Field; schema: unknown; fresh: boolean; opened: boolean; toggle: () => void; put: (at: string[]) => void }) {
  const { t } = useWords();
  const bounds = useBounds();
  const [name, setName] = useState(field.name);
  const wrong = fault(`${path}${pointer(field.at)}`);
  const said = bounds(field);
  const holds = field.base === 'object' || field.base === 'array';
  const called = name || field.name;
  return (
    <li className={s.field} style={{ ['--depth' as string]: field.depth }}>
      <div className={s.fieldLine} data-wrong={wrong !== undefined}>
        <div className={s.nameCell}>
          <button type="button" className={ui.help} aria-expanded={opened} aria-label={t('fields.more', { name: called })} onClick={toggle}>
            {opened ? <IconChevronDown size={15} aria-hidden /> : <IconChevronRight size={15} aria-hidden />}
          </button>
          <TextInput
            size="xs"
            aria-label={t('fields.name')}
            value={name}
            spellCheck={false}
            data-autofocus={fresh || undefined}
            ref={(element) => {
              if (fresh && element && document.activeElement !== element && !element.dataset['seen']) {
                element.dataset['seen'] = 'yes';
                element.focus();
                element.select();
              }
            }}
            onChange={(event) => setName(event.currentTarget.value)}
            onBlur={() => {
              set((old) => rename(old, field, name.trim()));
              rest();
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
            }}
          />
        </div>
        <NativeSelect size="xs" aria-label={t('fields.typeOf', { name: called })} value={field.base} data={BASES.filter((base) => base !== 'mixed' || field.base === 'mixed').map((value) => ({ value, label: t(`fields.types.${value}`) }))} onChange={(event) => set((old) => retype(old, field, event.currentTarget.value as Base, field.nullable))} />
        <Checkbox size="xs" label={t('fields.required')} aria-label={t('fields.requiredOf', { name: called })} checked={field.required} onChange={(event) => { const { checked } = event.currentTarget; set((old) => require(old, field, checked, section)); }} />
        <div className={s.acts}>
          {holds && (
            <Button size="compact-xs" variant="subtle" aria-label={t('fields.addInside', { name: called })} onClick={() => put(inside(schema, field.at))}>
              <IconPlus size={14} aria-hidden />
            </Button>
          )}
          <Button size="compact-xs" variant="subtle" color="gray" aria-label={t('fields.drop', { name: called })} onClick={() => set((old) => remove(old, field, section))}>
            <IconTrash size={14} aria-hidden />
          </Button>
        </div>
        {(said.length > 0 || wrong) && !opened && (
          <p className={s.note} style={{ gridColumn: '1 / -1', paddingLeft: `calc(30px + ${field.depth} * 18px)` }}>
            {wrong && <span className={s.fault}>{wrong} </span>}
            {said.join(' · ')}
          </p>
        )}
      </div>
      {opened && <More field={field} set={set} rest={rest} wrong={wrong} rate={said} />}
    </li>
  );
}

/** All else that a plan says of a field. */
function More({ field, set, rest, wrong, rate }: { field: Field; set: Set; rest: () => void; wrong: string | undefined; rate: string[] }) {
  const { t } = useWords();
  const { base, schema, nullable } = field;
  const [values, setValues] = useState(() => written(schema['enum']));
  const text = (word: string) => (typeof schema[word] === 'string' ? (schema[word] as string) : '');
  const number = (word: string, label: string) => (
    <TextInput
      size="xs"
      label={label}
      inputMode="decimal"
      defaultValue={typeof schema[word] === 'number' ? String(schema[word]) : ''}
      onBlur={(event) => {
        const given = event.currentTarget.value.trim();
        const n = given === '' || !Number.isFinite(Number(given)) ? undefined : Number(given);
        if (n !== schema[word]) set((old) => say(old, field, word, n));
      }}
    />
  );
  const amounts = base === 'number' || base === 'integer';
  return (
    <div className={s.more}>
      <TextInput className={s.all} size="xs" label={t('fields.description')} value={text('description')} onChange={(event) => { const { value } = event.currentTarget; set((old) => say(old, field, 'description', value || undefined), `${field.at.join('/')} description`); }} onBlur={rest} />
      <Checkbox className={s.all} size="xs" label={t('fields.nullableLabel')} checked={nullable} disabled={base === 'any' || base === 'mixed'} onChange={(event) => { const { checked } = event.currentTarget; set((old) => retype(old, field, base, checked)); }} />
      {base === 'string' && (
        <>
          <NativeSelect size="xs" label={t('fields.format')} value={text('format')} data={[{ value: '', label: t('fields.noFormat') }, ...FORMATS.map((value) => ({ value, label: t(`formats.${value}`) })), ...(text('format') && !FORMATS.some((each) => each === text('format')) ? [{ value: text('format'), label: text('format') }] : [])]} onChange={(event) => { const { value } = event.currentTarget; set((old) => say(old, field, 'format', value || undefined)); }} />
          <TextInput size="xs" label={t('fields.pattern')} value={text('pattern')} spellCheck={false} placeholder="^[A-Z]{3}$" onChange={(event) => { const { value } = event.currentTarget; set((old) => say(old, field, 'pattern', value || undefined), `${field.at.join('/')} pattern`); }} onBlur={rest} />
          {number('minLength', t('fields.minLength'))}
          {number('maxLength', t('fields.maxLength'))}
        </>
      )}
      {amounts && (
        <>
          {number('minimum', t('fields.minimum'))}
          {number('maximum', t('fields.maximum'))}
        </>
      )}
      {base === 'array' && (
        <>
          {number('minItems', t('fields.minItems'))}
          {number('maxItems', t('fields.maxItems'))}
        </>
      )}
      {(base === 'string' || amounts || base === 'any') && (
        <Textarea
          className={s.all}
          size="xs"
          label={t('fields.values')}
          description={t('fields.valuesHint')}
          value={values}
          autosize
          minRows={1}
          maxRows={8}
          spellCheck={false}
          onChange={(event) => setValues(event.currentTarget.value)}
          onBlur={() => {
            const next = read(values, base);
            if (JSON.stringify(next) !== JSON.stringify(schema['enum'])) set((old) => say(old, field, 'enum', next));
          }}
        />
      )}
      {base === 'mixed' && <p className={`${s.all} ${s.note}`}>{t('fields.mixedHint')}</p>}
      {rate.length > 0 && <p className={`${s.all} ${s.note}`}>{rate.join(' · ')}</p>}
      {wrong && <p className={`${s.all} ${s.fault}`}>{wrong}</p>}
    </div>
  );
}
