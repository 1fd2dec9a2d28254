import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { sources } from '../../api/sources';
import type { Transformation } from '../../api/transformations';
import { vocabulary } from '../../api/vocabulary';
import { useWords } from '../../i18n';
import ui from '../../ui/ui.module.css';
import p from '../plans/plans.module.css';
import d from '../trust/trust.module.css';
import { Condition } from './Condition';
import { begin, moved } from './steps';
import { StepEditor } from './StepEditor';

type Set = (step: (one: Transformation) => Transformation, tag?: string) => void;

/** One transformation: for which events, on what condition, and what it does step by step. */
export function One({ one, path, tables, set, rest, fault, top, remove }: { one: Transformation; path: string; tables: string[]; set: Set; rest: () => void; fault: (path: string) => string | undefined; top: ReactNode; remove: () => void }) {
  const { t } = useWords();
  const { data: known = [] } = useQuery(sources);
  const { data: words } = useQuery(vocabulary);
  const places = useId();
  const events = useId();
  const chosen = one.sources ?? [];
  const pick = (id: string) => set((old) => ({ ...old, sources: chosen.includes(id) ? (chosen.length === 1 ? undefined : chosen.filter((each) => each !== id)) : [...chosen, id] }));
  const paths = [...new Set([...(words?.traits ?? []).map(({ path: each }) => `/traits/${each.replaceAll('.', '/')}`), ...(words?.events ?? []).flatMap(({ properties }) => properties.map(({ path: each }) => `/properties/${each.replaceAll('.', '/')}`)), '/event', '/userId', '/anonymousId', '/context/ip'])].slice(0, 400);
  return (
    <div className={p.panel}>
      <datalist id={places}>
        {paths.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <datalist id={events}>
        {['identify', 'page', 'screen', 'group', ...(words?.events ?? []).map(({ name }) => name)].map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <div className={d.buttons} style={{ justifyContent: 'space-between' }}>
        {top}
        <Button size="xs" variant="subtle" color="red" onClick={remove}>
          {t('changes.drop')}
        </Button>
      </div>
      <TextInput label={t('changes.name')} value={one.name ?? ''} placeholder={one.id} onChange={(event) => { const { value } = event.currentTarget; set((old) => ({ ...old, name: value || undefined }), 'name'); }} onBlur={rest} error={fault(`${path}/name`) ?? fault(`${path}/id`)} />
      <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
        <legend className={d.legend}>{t('changes.sources')}</legend>
        <div className={d.buttons}>
          <button type="button" className={ui.chip} aria-pressed={chosen.length === 0} style={chosen.length === 0 ? ON : OFF} onClick={() => set((old) => ({ ...old, sources: undefined }))}>
            <span>{t('changes.allSources')}</span>
          </button>
          {known.map(({ id, name }) => (
            <button key={id} type="button" className={ui.chip} aria-pressed={chosen.includes(id)} style={chosen.includes(id) ? ON : OFF} onClick={() => pick(id)}>
              <span>{name}</span>
            </button>
          ))}
        </div>
        {fault(`${path}/sources`) && <p className={p.fault}>{fault(`${path}/sources`)}</p>}
      </fieldset>
      <Events of={one.events ?? []} list={events} set={(list) => set((old) => ({ ...old, events: list.length === 0 ? undefined : list }))} error={fault(`${path}/events`)} />
      <Condition when={one.when} places={words} set={(when) => set((old) => ({ ...old, when }))} error={fault(`${path}/when`)} />
      <div className={p.fieldsHead}>
        <h3>{t('changes.steps')}</h3>
      </div>
      {fault(`${path}/steps`) && one.steps.length === 0 && <p className={p.fault}>{fault(`${path}/steps`)}</p>}
      <ol style={{ display: 'grid', gap: 10 }} aria-label={t('changes.steps')}>
        {one.steps.map((step, i) => (
          <li key={i}>
            <StepEditor
              step={step}
              index={i}
              last={i === one.steps.length - 1}
              path={`${path}/steps/${i}`}
              places={places}
              tables={tables}
              set={(next, tag) => set((old) => ({ ...old, steps: old.steps.map((each, at) => (at === i ? next : each)) }), tag === undefined ? undefined : `${i} ${tag}`)}
              rest={rest}
              fault={fault}
              move={(to) => set((old) => ({ ...old, steps: moved(old.steps, i, to) }))}
              remove={() => set((old) => ({ ...old, steps: old.steps.filter((_, at) => at !== i) }))}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => set((old) => ({ ...old, steps: [...old.steps, begin('rename', '')] }))}>
          {t('changes.addStep')}
        </Button>
      </div>
    </div>
  );
}

const ON = { background: 'var(--accent-soft)', color: 'var(--accent-ink)', borderColor: 'transparent', fontWeight: 600, cursor: 'pointer', font: 'inherit', fontSize: 12.5 } as const;
const OFF = { cursor: 'pointer', font: 'inherit', fontSize: 12.5 } as const;

/** The events that go through it, by name; all when none is named. */
function Events({ of: chosen, list, set, error }: { of: string[]; list: string; set: (list: string[]) => void; error: string | undefined }) {
  const { t } = useWords();
  return (
    <TextInput
      key={chosen.join('\n')}
      label={t('changes.events')}
      description={t('changes.eventsHint')}
      defaultValue={chosen.join(', ')}
      placeholder={t('changes.allEvents')}
      list={list}
      spellCheck={false}
      onBlur={(event) => {
        const next = [...new Set(event.currentTarget.value.split(',').map((each) => each.trim()).filter((each) => each !== ''))];
        if (next.join('\n') !== chosen.join('\n')) set(next);
      }}
      error={error}
    />
  );
}
