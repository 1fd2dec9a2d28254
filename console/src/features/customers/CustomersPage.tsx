import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconColumns3, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useState } from 'react';
import { named } from '../../api/people';
import { status } from '../../api/pulse';
import { useWords } from '../../i18n';
import { Card, Page } from '../../ui/layout';
import { MenuButton } from '../../ui/MenuButton';
import { Answered, Empty } from '../../ui/states';
import { COLUMNS, DEFAULT, type Column } from './columns';
import { PeopleTable } from './PeopleTable';
import { PersonRow } from './PersonRow';

export function CustomersPage() {
  const { t, num } = useWords();
  const { q = '', show, columns } = useSearch({ from: '/signed-in/customers' });
  const navigate = useNavigate({ from: '/customers' });
  // What is typed stays here until it rests: an address that changes in the middle of a Korean
  // syllable would break its composition.
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  const asked = useDeferredValue(q);
  const found = useQuery({ ...named(asked, show === undefined ? undefined : show === 'known', 50), placeholderData: keepPreviousData });
  const { data: now } = useQuery(status);
  const chosen = columns === undefined ? DEFAULT : COLUMNS.filter((column) => columns.split('.').includes(column));
  const search = (text: string) => void navigate({ search: (old) => ({ ...old, q: text || undefined }), replace: true });
  const choose = (column: Column) => {
    const next = COLUMNS.filter((each) => (each === column ? !chosen.includes(each) : chosen.includes(each)));
    void navigate({ search: (old) => ({ ...old, columns: next.join('.') || '-' }), replace: true });
  };
  return (
    <Page title={t('customers.title')} lead={t('customers.lead')}>
      <div style={{ display: 'flex', gap: 10, flexWrap: 'wrap', alignItems: 'center' }}>
        <TextInput
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            if (!(event.nativeEvent as InputEvent).isComposing) search(event.currentTarget.value);
          }}
          onCompositionEnd={(event) => search(event.currentTarget.value)}
          leftSection={<IconSearch size={16} aria-hidden />}
          placeholder={t('customers.placeholder')}
          aria-label={t('customers.find')}
          style={{ flex: '1 1 260px', maxWidth: 460 }}
        />
        <SegmentedControl
          aria-label={t('customers.show')}
          value={show ?? 'all'}
          onChange={(value) => void navigate({ search: (old) => ({ ...old, show: value === 'all' ? undefined : (value as 'known' | 'anonymous') }), replace: true })}
          data={['all', 'known', 'anonymous'].map((value) => ({ value, label: t(`customers.${value}`) }))}
        />
        <MenuButton
          stays
          position="bottom-end"
          button={(props) => (
            <Button {...props} variant="default" leftSection={<IconColumns3 size={15} aria-hidden />}>
              {t('customers.columns')}
            </Button>
          )}
          items={COLUMNS.map((column) => ({ key: column, label: t(`columns.${column}`), checked: chosen.includes(column), onClick: () => choose(column) }))}
        />
      </div>
      {asked.trim() !== '' ? (
        <Card title={t('customers.found')}>
          <Answered query={found}>
            {(people) =>
              people.length === 0 ? (
                <Empty title={t('customers.nobody', { q: asked })} text={t('customers.nobodyMore')} />
              ) : (
                <ul>
                  {people.map((person) => (
                    <li key={person.id}>
                      <PersonRow person={person} />
                    </li>
                  ))}
                </ul>
              )
            }
          </Answered>
        </Card>
      ) : (
        <Card title={t('customers.list')} help={t('customers.listHelp')} side={now && t('people', { n: num(now.counts['profiles'] ?? 0) })}>
          <PeopleTable columns={chosen} known={show === undefined ? undefined : show === 'known'} />
        </Card>
      )}
    </Page>
  );
}
