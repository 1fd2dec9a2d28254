import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { api, ask } from '../../api/client';
import { address, guesses, type Person } from '../../api/people';
import type { components } from '../../api/types/identity';
import { useWords } from '../../i18n';
import { useTypeName } from '../../ui/Identifier';
import { Card } from '../../ui/layout';
import { Failure } from '../../ui/states';
import { done, failed } from '../../ui/toast';
import { keyOf } from './Graph';

const Decide = lazy(() => import('./Decide'));

export type Preview = components['schemas']['Previewed'];

/** Everything that is shown of people may have changed. */
function useRenewal() {
  const client = useQueryClient();
  return () => Promise.all(['person', 'explanation', 'story', 'newest', 'people', 'named'].map((key) => client.invalidateQueries({ queryKey: [key] })));
}

/** Takes one person apart: what is chosen is somebody else from now on. */
export function Split({ who, person }: { who: string; person: Person }) {
  const { t } = useWords();
  const type = useTypeName();
  const renew = useRenewal();
  const [chosen, setChosen] = useState<string[]>([]);
  const [asked, setAsked] = useState(false);
  const body = (reason: string) => ({ profile: who, identifiers: chosen, reason });
  const cuts = (reason: string, preview: boolean) => ask(api.POST('/api/v1/identity/cuts', { params: { query: { preview } }, body: body(reason) }));
  const takeBack = async (id: string) => {
    try {
      await ask(api.DELETE('/api/v1/identity/cuts/{id}', { params: { path: { id }, query: { reason: t('steward.undoReason') } } }));
      await renew();
      done(t('steward.undone'));
    } catch (e) {
      failed(e);
    }
  };
  if (person.identifiers.length < 2) return null;
  return (
    <Card title={t('steward.split')} help={t('steward.splitHelp')}>
      <fieldset style={{ border: 0, margin: 0, padding: '12px 16px', display: 'grid', gap: 8 }}>
        <legend className="small muted" style={{ padding: 0 }}>
          {t('steward.splitAsk')}
        </legend>
        {person.identifiers.map((identifier) => (
          <Checkbox key={keyOf(identifier)} size="sm" checked={chosen.includes(keyOf(identifier))} onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, keyOf(identifier)] : chosen.filter((each) => each !== keyOf(identifier)))} label={`${type(identifier.type)} · ${identifier.value}`} />
        ))}
        <Button variant="default" disabled={chosen.length === 0 || chosen.length === person.identifiers.length} onClick={() => setAsked(true)} style={{ justifySelf: 'start' }}>
          {t('steward.preview')}
        </Button>
      </fieldset>
      {asked && (
        <Suspense>
        <Decide
          title={t('steward.split')}
          close={() => setAsked(false)}
          preview={(reason) => cuts(reason, true) as Promise<Preview>}
          decide={async (reason) => {
            const made = (await cuts(reason, false)) as { id?: string };
            setChosen([]);
            await renew();
            done(t('steward.splitDone'), made.id ? () => void takeBack(made.id!) : undefined);
          }}
        />
        </Suspense>
      )}
    </Card>
  );
}

/** Puts two people together: somebody of the team says that they are one. */
export function Merge({ who }: { who: string }) {
  const { t } = useWords();
  const renew = useRenewal();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [other, setOther] = useState<string>();
  const find = useMutation({
    mutationFn: async () => {
      for (const guess of guesses(text)) {
        const { data, response } = await api.GET('/api/v1/profiles/{who}', { params: { path: { who: guess } } });
        if (data) return data;
        if (response.status >= 500) break;
      }
      return ask(api.GET('/api/v1/profiles/{who}', { params: { path: { who: guesses(text)[0] ?? 'x' } } }));
    },
    onSuccess: (found) => setOther(address(found)),
  });
  const links = (reason: string, preview: boolean) => ask(api.POST('/api/v1/identity/links', { params: { query: { preview } }, body: { a: who, b: other!, reason } }));
  const takeBack = async (id: string) => {
    try {
      await ask(api.DELETE('/api/v1/identity/links/{id}', { params: { path: { id }, query: { reason: t('steward.undoReason') } } }));
      await renew();
      done(t('steward.undone'));
    } catch (e) {
      failed(e);
    }
  };
  return (
    <Card title={t('steward.merge')} help={t('steward.mergeHelp')}>
      <form
        style={{ padding: '12px 16px', display: 'grid', gap: 10 }}
        onSubmit={(event) => {
          event.preventDefault();
          find.mutate();
        }}
      >
        <TextInput label={t('steward.mergeAsk')} placeholder={t('customers.placeholder')} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Button type="submit" variant="default" loading={find.isPending} disabled={text.trim() === ''} style={{ justifySelf: 'start' }}>
          {t('steward.preview')}
        </Button>
        {find.isError && <Failure problem={find.error} />}
      </form>
      {other && (
        <Suspense>
        <Decide
          title={t('steward.merge')}
          close={() => setOther(undefined)}
          preview={(reason) => links(reason, true) as Promise<Preview>}
          decide={async (reason) => {
            const made = (await links(reason, false)) as { id?: string };
            setText('');
            await renew();
            await navigate({ to: '/c/$who', params: { who }, search: { tab: 'identity' } });
            done(t('steward.mergeDone'), made.id ? () => void takeBack(made.id!) : undefined);
          }}
        />
        </Suspense>
      )}
    </Card>
  );
}
