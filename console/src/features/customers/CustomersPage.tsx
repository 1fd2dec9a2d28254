import { TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue } from 'react';
import { named } from '../../api/people';
import { useWords } from '../../i18n';
import { Card, Page } from '../../ui/layout';
import { Answered, Empty } from '../../ui/states';
import { PersonRow } from './PersonRow';

export function CustomersPage() {
  const { t } = useWords();
  const { q = '' } = useSearch({ from: '/signed-in/customers' });
  const navigate = useNavigate({ from: '/customers' });
  const asked = useDeferredValue(q);
  const found = useQuery({ ...named(asked), placeholderData: keepPreviousData });
  return (
    <Page title={t('customers.title')} lead={t('customers.lead')}>
      <TextInput
        value={q}
        onChange={(event) => void navigate({ search: { q: event.currentTarget.value || undefined }, replace: true })}
        leftSection={<IconSearch size={16} aria-hidden />}
        placeholder={t('customers.placeholder')}
        aria-label={t('customers.find')}
        size="md"
        maw={560}
      />
      {asked.trim() !== '' && (
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
      )}
    </Page>
  );
}
