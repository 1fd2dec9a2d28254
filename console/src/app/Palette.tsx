import '@mantine/spotlight/styles.layer.css';
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconArrowRight, IconChartPie, IconPlus, IconSearch, IconUser } from '@tabler/icons-react';
import { disassemble } from 'es-hangul';
import { useDeferredValue, useState } from 'react';
import { address, called, named } from '../api/people';
import { segments as allSegments } from '../api/segments';
import { BESIDE } from '../features/trust/companions';
import { learn, useWords } from '../i18n';
import { PLACES } from './Shell';

await learn('places');

/** Korean is compared by its letters, so that a syllable half typed is found, too. */
const letters = (text: string) => disassemble(text.toLowerCase().replaceAll(/\s/g, ''));

/** Go anywhere, make something, find a customer: Ctrl or ⌘ with K. */
export default function Palette() {
  const { t } = useWords();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text);
  const { data: found } = useQuery(named(asked));

  const { data: segments = [] } = useQuery({ ...allSegments, refetchInterval: false });

  const places: SpotlightActionData[] = Object.values(PLACES).flatMap((group) =>
    group.map(({ to, icon: Icon, word }) => ({
      id: `go-${to}`,
      label: t(`nav.${word}`),
      leftSection: <Icon size={17} stroke={1.7} aria-hidden />,
      onClick: () => void navigate({ to }),
    })),
  );
  for (const [first, all] of Object.entries(BESIDE)) {
    for (const to of all.slice(1)) places.push({ id: `go-${to}`, label: t(`beside.${to.slice(1)}`), description: t(`nav.${first}`), leftSection: <IconArrowRight size={17} stroke={1.7} aria-hidden />, onClick: () => void navigate({ to }) });
  }
  const people: SpotlightActionData[] = (asked.trim() === '' ? [] : (found ?? [])).map((person) => ({
    id: `person-${person.id}`,
    label: called(person),
    description: person.identifiers.slice(0, 3).map(({ value }) => value).join(' · '),
    leftSection: <IconUser size={17} stroke={1.7} aria-hidden />,
    onClick: () => void navigate({ to: '/c/$who', params: { who: address(person) } }),
  }));
  const groupings: SpotlightActionData[] = (text.trim() === '' ? [] : segments.filter(({ status }) => status !== 'archived')).map((segment) => ({
    id: `segment-${segment.id}`,
    label: segment.name,
    description: [segment.folder, ...segment.labels.map((label) => `#${label}`)].filter((said) => said !== '').join(' · '),
    leftSection: <IconChartPie size={17} stroke={1.7} aria-hidden />,
    onClick: () => void navigate({ to: '/segments/$id', params: { id: segment.id } }),
  }));
  const fits = (action: SpotlightActionData) => text.trim() === '' || letters(action.label ?? '').includes(letters(text));
  const create = CREATE.map(({ word, to }) => ({
    id: `create-${word}`,
    label: t(`palette.${word}`),
    leftSection: <IconPlus size={17} stroke={1.7} aria-hidden />,
    onClick: () => void navigate(to),
  }));
  const groups = [
    { group: t('palette.people'), actions: people },
    { group: t('nav.segments'), actions: groupings.filter(fits).slice(0, 6) },
    { group: t('palette.go'), actions: places.filter(fits) },
    { group: t('palette.create'), actions: create.filter(fits) },
  ].filter(({ actions }) => actions.length > 0);

  return (
    <Spotlight
      shortcut={null}
      query={text}
      onQueryChange={setText}
      actions={groups}
      filter={(_, all) => all}
      nothingFound={text.trim() === '' ? t('palette.empty') : t('palette.nothing')}
      searchProps={{ placeholder: t('palette.open'), 'aria-label': t('palette.open'), leftSection: <IconSearch size={16} aria-hidden /> }}
      scrollable
      maxHeight={420}
    />
  );
}

const CREATE = [{ word: 'segment', to: { to: '/segments/new' } }, { word: 'source', to: { to: '/sources', search: { make: true } } }] as const;
