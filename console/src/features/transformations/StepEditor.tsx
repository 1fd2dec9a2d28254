import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { DEEDS, type Deed, type Otherwise, type Step } from '../../api/transformations';
import { useWords } from '../../i18n';
import p from '../plans/plans.module.css';
import d from '../trust/trust.module.css';
import { scalar, text } from './model';
import { begin } from './steps';
import { useSaid } from './useSaid';
import { ValueField } from './ValueField';

const Pairs = lazy(() => import('./Pairs'));
const TYPES = ['text', 'number', 'integer', 'truth', 'date_time'] as const;
const FORMS = ['email', 'phone', 'name', 'date', 'address', 'address_parts'] as const;
const ORDERS = ['', 'dmy', 'mdy'] as const;

/** One step: what is done, where, and what that needs. @param move its place among others; absent for a step alone */
export function StepEditor({ step, index = 0, last = true, path, places, tables, set, rest, fault, move, remove }: { step: Step; index?: number; last?: boolean; path: string; places: string; tables: string[]; set: (step: Step, tag?: string) => void; rest: () => void; fault: (path: string) => string | undefined; move?: (to: number) => void; remove?: () => void }) {
  const { t, num } = useWords();
  const said = useSaid();
  const at = (field: string) => fault(`${path}/${field}`);
  const put = (change: Partial<Step>, tag?: string) => set({ ...step, ...change }, tag);
  const line = (field: 'to' | 'template' | 'on' | 'with' | 'page' | 'campaign', label: string, more: { description?: string; list?: string; w?: number; maxLength?: number; placeholder?: string } = {}) => (
    <TextInput size="xs" label={label} value={text(step[field])} spellCheck={false} onChange={(event) => put({ [field]: event.currentTarget.value }, field)} onBlur={rest} error={at(field)} {...more} />
  );
  const goal = (placeholder: string) => <TextInput size="xs" label={t('changes.target')} value={text(step.to)} placeholder={placeholder} list={places} spellCheck={false} onChange={(event) => put({ to: event.currentTarget.value || undefined }, 'to')} onBlur={rest} error={at('to')} />;
  const number = (field: 'keepFirst' | 'keepLast', label: string) => (
    <TextInput size="xs" w={120} type="number" min={0} max={1000} label={label} value={String(step[field] ?? 0)} onChange={(event) => put({ [field]: Math.max(0, Math.trunc(Number(event.currentTarget.value) || 0)) }, field)} onBlur={rest} error={at(field)} />
  );
  return (
    <section className={d.wording} style={{ display: 'grid', gap: 8 }} aria-label={said.step(step)}>
      <div className={d.buttons} style={{ justifyContent: 'space-between', flexWrap: 'nowrap' }}>
        <b style={{ minWidth: 0 }}>
          {move && `${num(index + 1)}. `}
          {said.step(step)}
        </b>
        {move && <span style={{ display: 'flex', flex: 'none' }}>
          <Button size="compact-xs" variant="subtle" color="gray" disabled={index === 0} aria-label={t('changes.stepUp', { n: index + 1 })} onClick={() => move(index - 1)}>
            <IconArrowUp size={14} aria-hidden />
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" disabled={last} aria-label={t('changes.stepDown', { n: index + 1 })} onClick={() => move(index + 1)}>
            <IconArrowDown size={14} aria-hidden />
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" aria-label={t('changes.dropStep', { n: index + 1 })} onClick={remove}>
            <IconTrash size={14} aria-hidden />
          </Button>
        </span>}
      </div>
      <div className={d.buttons} style={{ alignItems: 'flex-start' }}>
        <NativeSelect size="xs" label={t('changes.deed')} value={step.do} data={DEEDS.map((value) => ({ value, label: t(`steps.${value}.name`) }))} onChange={(event) => set(begin(event.currentTarget.value as Deed, step.path))} error={at('do')} />
        <TextInput size="xs" style={{ flex: '1 1 200px' }} label={t('changes.place')} placeholder="/properties/price" value={step.path} list={places} spellCheck={false} onChange={(event) => put({ path: event.currentTarget.value }, 'path')} onBlur={rest} error={at('path')} />
        {step.do === 'rename' && line('to', t('changes.newName'))}
        {step.do === 'move' && line('to', t('changes.target'), { list: places })}
        {step.do === 'cast' && <NativeSelect size="xs" label={t('changes.type')} value={text(step.to)} data={TYPES.map((value) => ({ value, label: t(`casts.${value}`) }))} onChange={(event) => put({ to: event.currentTarget.value })} error={at('to')} />}
        {step.do === 'default' && <ValueField label={t('changes.value')} value={text(step.value)} set={(value) => put({ value: scalar(value) })} error={at('value')} />}
        {step.do === 'mask' && (
          <>
            {number('keepFirst', t('changes.keepFirst'))}
            {number('keepLast', t('changes.keepLast'))}
            <TextInput size="xs" w={90} label={t('changes.sign')} value={step.with ?? ''} placeholder="*" maxLength={2} onChange={(event) => put({ with: event.currentTarget.value || undefined }, 'with')} onBlur={rest} error={at('with')} />
          </>
        )}
        {step.do === 'lookup' && (
          <>
            <NativeSelect size="xs" label={t('changes.table')} value={step.table ?? ''} data={[...(tables.includes(step.table ?? '') ? [] : [{ value: step.table ?? '', label: step.table || t('changes.chooseTable') }]), ...tables.map((value) => ({ value, label: value }))]} onChange={(event) => put({ table: event.currentTarget.value })} error={at('table')} />
            {goal(t('changes.samePlace'))}
          </>
        )}
        {step.do === 'split' && line('on', t('changes.separator'), { w: 100, maxLength: 50 })}
        {step.do === 'normalise' && (
          <>
            <NativeSelect size="xs" label={t('changes.form')} value={step.as ?? ''} data={FORMS.map((value) => ({ value, label: t(`forms.${value}`) }))} onChange={(event) => put({ as: event.currentTarget.value, order: undefined })} error={at('as')} />
            {step.as === 'date' && <NativeSelect size="xs" label={t('changes.order')} value={step.order ?? ''} data={ORDERS.map((value) => ({ value, label: t(`orders.${value || 'unknown'}`) }))} onChange={(event) => put({ order: event.currentTarget.value || undefined })} error={at('order')} />}
            {goal(t('changes.samePlace'))}
          </>
        )}
        {step.do === 'domain' && goal(t('changes.samePlace'))}
        {step.do === 'user_agent' && goal('/context')}
        {step.do === 'channel' && (
          <>
            {line('page', t('changes.page'), { list: places, placeholder: '/context/page/url' })}
            {line('campaign', t('changes.campaign'), { list: places, placeholder: '/context/campaign' })}
            {goal('/context/traffic')}
          </>
        )}
      </div>
      {step.do === 'set' && line('template', t('changes.template'), { description: t('changes.templateHint') })}
      {step.do === 'split' && <Names field="to" label={t('changes.parts')} hint={t('changes.partsHint')} step={step} put={put} error={at('to')} />}
      {step.do === 'channel' && <Names field="ignore" label={t('changes.ignore')} hint={t('changes.ignoreHint')} step={step} put={put} error={at('ignore')} />}
      {(step.do === 'user_agent' || step.do === 'channel' || step.do === 'domain') && <p className={p.note}>{t(`steps.${step.do}.help`)}</p>}
      {step.do === 'map' && (
        <Suspense>
          <Pairs step={step} put={put} error={at('values')} />
        </Suspense>
      )}
      {(step.do === 'cast' || step.do === 'lookup' || step.do === 'map' || step.do === 'normalise' || step.do === 'domain') && <Else step={step} put={put} error={at('otherwise')} />}
      {fault(path) && !['do', 'path', 'to', 'value', 'template', 'with', 'keepFirst', 'keepLast', 'table', 'on', 'values', 'otherwise', 'as', 'order', 'page', 'campaign', 'ignore'].some((field) => at(field)) && <p className={p.fault}>{fault(path)}</p>}
    </section>
  );
}

export type Put = (change: Partial<Step>, tag?: string) => void;

function Names({ field, label, hint, step, put, error }: { field: 'to' | 'ignore'; label: string; hint: string; step: Step; put: Put; error: string | undefined }) {
  const now = step[field];
  const stands = Array.isArray(now) ? now.join(', ') : (now ?? '');
  return (
    <TextInput
      key={stands}
      size="xs"
      label={label}
      description={hint}
      defaultValue={stands}
      spellCheck={false}
      onBlur={(event) => {
        const names = event.currentTarget.value.split(',').map((each) => each.trim()).filter((each) => each !== '');
        if (names.join(', ') !== stands) put({ [field]: field === 'ignore' && names.length === 0 ? undefined : names });
      }}
      error={error}
    />
  );
}

function Else({ step, put, error }: { step: Step; put: Put; error: string | undefined }) {
  const { t } = useWords();
  const now: 'keep' | 'drop' | 'value' = step.otherwise === 'drop' ? 'drop' : typeof step.otherwise === 'object' ? 'value' : 'keep';
  const of = (word: string): Otherwise => (word === 'drop' ? 'drop' : word === 'value' ? { value: '' } : 'keep');
  return (
    <div className={d.buttons} style={{ alignItems: 'flex-end' }}>
      <NativeSelect size="xs" label={t('changes.otherwise')} value={now} data={(step.do === 'cast' ? ['keep', 'drop'] : ['keep', 'drop', 'value']).map((value) => ({ value, label: t(`changes.else.${value}`) }))} onChange={(event) => put({ otherwise: of(event.currentTarget.value) })} error={error} />
      {typeof step.otherwise === 'object' && <ValueField label={t('changes.value')} value={text(step.otherwise.value)} set={(value) => put({ otherwise: { value: scalar(value) } })} />}
    </div>
  );
}
