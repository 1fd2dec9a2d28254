import '@mantine/core/styles/Radio.layer.css';
import { Button, Modal, Radio, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { api, ask } from '../../api/client';
import { sources, type Source } from '../../api/sources';
import { useWords } from '../../i18n';
import { Failure } from '../../ui/states';

const KINDS: Source['kind'][] = ['browser', 'app', 'server', 'import'];

/** A name, what kind of thing it is, and whose data; then the guide shows how to send. */
export default function MakeSource({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Source['kind']>('browser');
  const [party, setParty] = useState('1');
  const make = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/sources', { body: { name: name.trim(), kind, party: Number(party) as 0 | 1 | 2 | 3, trustsProperties: false, aliasesAnchors: false } })),
    onSuccess: async (source) => {
      await client.invalidateQueries(sources);
      await navigate({ to: '/sources/$id', params: { id: source.id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') make.mutate();
  };
  return (
    <Modal opened={opened} onClose={close} title={t('sources.make')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} style={{ display: 'grid', gap: 16 }}>
        <TextInput label={t('sources.name')} description={t('sources.nameHint')} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={200} required data-autofocus />
        <Radio.Group label={t('sources.kindAsk')} value={kind} onChange={(value) => setKind(value as Source['kind'])}>
          <div style={{ display: 'grid', gap: 10, marginTop: 8 }}>
            {KINDS.map((each) => (
              <Radio key={each} value={each} label={t(`kinds.${each}`)} description={t(`kindsMore.${each}`)} />
            ))}
          </div>
        </Radio.Group>
        <Select label={t('sources.party')} description={t('sources.partyHint')} data={['1', '0', '2', '3'].map((value) => ({ value, label: t(`party.${value}`) }))} value={party} onChange={(value) => setParty(value ?? '1')} allowDeselect={false} />
        {make.isError && <Failure problem={make.error} />}
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={make.isPending} disabled={name.trim() === ''}>
            {t('sources.makeNow')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
