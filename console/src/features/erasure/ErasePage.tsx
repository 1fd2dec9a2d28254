import '@mantine/core/styles/Radio.layer.css';
import { Button, Radio, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { called, person as personQuery, type Person } from '../../api/people';
import { erase, foreseen, type Foreseen } from '../../api/rights';
import { useWords } from '../../i18n';
import { IdentifierChip } from '../../ui/Identifier';
import { Card, Figure, Figures, Page } from '../../ui/layout';
import { Answered, Failure } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import d from '../trust/trust.module.css';

/** Takes a person out for good: first what would go and what stays, then why, then whom by typing it. */
export function ErasePage() {
  const { who } = useParams({ from: '/signed-in/c/$who/erase' });
  const { t } = useWords();
  const found = useQuery({ ...personQuery(who), refetchInterval: false });
  const plan = useQuery(foreseen(who));
  return (
    <Page title={t('erase.title')} lead={t('erase.lead')}>
      <Answered query={found} rows={3}>
        {(person) => (
          <>
            <p className={ui.lead}>
              <Link to="/c/$who" params={{ who }}>
                {called(person)}
              </Link>
            </p>
            <Answered query={plan} rows={8}>
              {(data) => (
                <>
                  <Plan plan={data} />
                  <Order who={who} person={person} />
                </>
              )}
            </Answered>
          </>
        )}
      </Answered>
    </Page>
  );
}

function Plan({ plan }: { plan: Foreseen }) {
  const { t, num, date } = useWords();
  return (
    <>
      <Figures>
        <Figure label={t('erase.events')} value={t('count', { n: num(plan.events) })} help={t('erase.eventsHelp')} note={plan.events > 0 ? `${date(plan.first)} – ${date(plan.latest)}` : undefined} />
        <Figure label={t('erase.identifiers')} value={t('erase.each', { n: num(plan.identifiers.length) })} help={t('erase.identifiersHelp')} />
        <Figure label={t('erase.kept')} value={t('erase.each', { n: num(plan.identifiersKept) })} help={t('erase.keptHelp')} />
      </Figures>
      <Card title={t('erase.places')} help={t('erase.placesHelp')}>
        <ul>
          {plan.places.map(({ place, found }) => (
            <li key={place} className={ui.row}>
              <div>
                {t(`places.${place}.name`)}
                <div className="small muted">{t(`places.${place}.what`)}</div>
              </div>
              <span className={`${ui.end} num ${found === 0 ? 'muted' : ''}`}>{t('count', { n: num(found) })}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('erase.goes')} help={t('erase.goesHelp')}>
        <div className={d.pad}>
          <div className={d.buttons}>
            {plan.identifiers.map((each) => (
              <IdentifierChip key={each} identifier={{ type: each.slice(0, each.indexOf(':')), value: each.slice(each.indexOf(':') + 1) }} />
            ))}
          </div>
          {plan.identifiersKept > 0 && <p className="small muted">{t('erase.keptMore', { n: num(plan.identifiersKept) })}</p>}
        </div>
      </Card>
    </>
  );
}

function Order({ who, person }: { who: string; person: Person }) {
  const { t } = useWords();
  const name = called(person);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [when, setWhen] = useState<'now' | 'later'>('later');
  const order = useMutation({
    mutationFn: () => erase(who, reason.trim(), when),
    onSuccess: async ({ id }) => {
      await navigate({ to: '/erasures/$id', params: { id }, replace: true });
      // Nothing of the person stays in this window either.
      for (const key of ['person', 'story', 'newest', 'explanation', 'memberships', 'standing', 'statements', 'people', 'named', 'entry', 'foreseen', 'members', 'preview']) client.removeQueries({ queryKey: [key] });
      await Promise.all(['headcount', 'erasures', 'ledger'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    },
  });
  const ready = reason.trim() !== '' && typed.trim().normalize() === name.trim().normalize();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) order.mutate();
  };
  return (
    <Card title={t('erase.confirm')}>
      <form className={d.form} onSubmit={submit} style={{ maxWidth: 640 }}>
        <p>{t('erase.final')}</p>
        <TextInput label={t('reason')} description={t('erase.reasonHint')} value={reason} maxLength={1000} required onChange={(event) => setReason(event.currentTarget.value)} />
        <Radio.Group label={t('erase.when')} description={t('erase.whenHint')} value={when} onChange={(value) => setWhen(value === 'now' ? 'now' : 'later')}>
          <div className={d.stack} style={{ gap: 8, marginTop: 8 }}>
            <Radio value="later" label={t('erase.later')} />
            <Radio value="now" label={t('erase.now')} />
          </div>
        </Radio.Group>
        <TextInput label={t('erase.type', { name })} value={typed} required autoComplete="off" onChange={(event) => setTyped(event.currentTarget.value)} />
        {order.isError && <Failure problem={order.error} />}
        <div className={d.buttons}>
          <Button type="submit" className={d.danger} disabled={!ready} loading={order.isPending}>
            {t('erase.do')}
          </Button>
          <Link to="/c/$who" params={{ who }}>
            {t('cancel')}
          </Link>
        </div>
      </form>
    </Card>
  );
}
