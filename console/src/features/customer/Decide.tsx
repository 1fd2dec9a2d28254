import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { called, type Identifier, type Person } from '../../api/people';
import { useWords } from '../../i18n';
import { IdentifierChip } from '../../ui/Identifier';
import { Failure } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { keyOf } from './Graph';
import type { Preview } from './Steward';
import s from './customer.module.css';

/** A decision: what it would make of people, side by side, and why it is made. */
export default function Decide({ title, close, preview, decide }: { title: string; close: () => void; preview: (reason: string) => Promise<Preview>; decide: (reason: string) => Promise<void> }) {
  const { t, num } = useWords();
  const [reason, setReason] = useState('');
  const shown = useMutation({ mutationFn: () => preview(t('steward.previewReason')) });
  const made = useMutation({ mutationFn: () => decide(reason.trim()), onSuccess: close });
  const [begun, begin] = useState(false);
  if (!begun) {
    begin(true);
    queueMicrotask(() => shown.mutate());
  }
  const people = (list: unknown): ReactNode => ((list ?? []) as Person[]).map((person) => <Side key={person.id} person={person} />);
  const events = (shown.data?.moves ?? []).reduce((sum, move) => sum + move.events, 0);
  return (
    <Modal opened onClose={close} title={title} size="xl" closeButtonProps={{ 'aria-label': t('close') }}>
      <div style={{ display: 'grid', gap: 16 }}>
        {shown.isError && <Failure problem={shown.error} again={() => shown.mutate()} />}
        {shown.data && (
          <>
            {shown.data.result === 'exists' && <p>{t('steward.exists')}</p>}
            <div className={s.two}>
              <section aria-label={t('steward.before')}>
                <h3 className={ui.cardTitle}>{t('steward.before')}</h3>
                <div className={s.side}>{people(shown.data.before)}</div>
              </section>
              <section aria-label={t('steward.after')}>
                <h3 className={ui.cardTitle}>{t('steward.after')}</h3>
                <div className={s.side}>{people(shown.data.after)}</div>
              </section>
            </div>
            {events > 0 && <p className="small muted">{t('steward.moves', { n: num(events) })}</p>}
            {(shown.data.turningShared ?? []).length > 0 && <p style={{ color: 'var(--warn)' }}>{t('steward.shared', { list: shown.data.turningShared!.map(({ identifier }) => identifier.value).join(', ') })}</p>}
          </>
        )}
        <TextInput label={t('reason')} description={t('steward.reasonHint')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={1000} required />
        {made.isError && <Failure problem={made.error} />}
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button disabled={reason.trim() === '' || !shown.data || shown.data.result === 'exists'} loading={made.isPending} onClick={() => made.mutate()}>
            {title}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function Side({ person }: { person: Person }) {
  const { t, num, money } = useWords();
  return (
    <div className={ui.card} style={{ padding: 12 }}>
      <strong>{called(person)}</strong>
      <div className={s.ids}>
        {person.identifiers.map((identifier: Identifier) => (
          <IdentifierChip key={keyOf(identifier)} identifier={identifier} />
        ))}
      </div>
      <p className="small muted" style={{ marginTop: 6 }}>
        {t('customer.events')} {t('count', { n: num(person.events.total) })} · {t('customer.orders')} {t('times', { n: num(person.commerce.orders) })} · {money(person.commerce.revenue, person.commerce.currency)}
      </p>
    </div>
  );
}
