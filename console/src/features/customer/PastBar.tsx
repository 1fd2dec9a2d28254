import '@mantine/core/styles/Slider.layer.css';
import { Button, Slider } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconHistory } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Person } from '../../api/people';
import { useWords } from '../../i18n';
import { Help } from '../../ui/layout';
import ui from '../../ui/ui.module.css';
import s from './customer.module.css';

/** Who this was at another time: the slider goes from the first event to now. */
export function PastBar({ person }: { person: Person }) {
  const { t, moment } = useWords();
  const { at } = useSearch({ from: '/signed-in/c/$who' });
  const navigate = useNavigate({ from: '/c/$who' });
  // The beginning is that of today's person: looking back must not shorten the slider.
  const begin = useRef(Infinity);
  if (person.createdAt) begin.current = Math.min(begin.current, new Date(person.createdAt).getTime());
  const [end] = useState(() => Date.now());
  const from = Number.isFinite(begin.current) ? Math.min(begin.current, end - 60_000) : end - 90 * 86_400_000;
  const chosen = at ? new Date(at).getTime() : end;
  const [drawn, setDrawn] = useState(chosen);
  useEffect(() => setDrawn(chosen), [chosen]);
  const look = (time: number) => void navigate({ search: (old) => ({ ...old, at: time >= end ? undefined : new Date(time).toISOString() }), replace: true });
  return (
    <section className={`${ui.card} ${s.past}`} aria-label={t('customer.past')}>
      <IconHistory size={16} aria-hidden />
      <span className="small" id="past-label">
        {t('customer.past')}
      </span>
      <Help text={t('customer.pastHelp')} />
      <Slider
        style={{ flex: 1, minWidth: 160 }}
        size="sm"
        min={from}
        max={end}
        step={Math.max(60_000, Math.round((end - from) / 400))}
        value={Math.min(end, Math.max(from, drawn))}
        onChange={setDrawn}
        onChangeEnd={look}
        label={(time) => moment(time)}
        thumbLabel={t('customer.past')}
        thumbProps={{ 'aria-valuetext': moment(drawn) }}
      />
      <span className="small num" aria-live="polite">
        {at ? moment(at) : t('customer.now')}
      </span>
      {at && (
        <Button size="compact-sm" variant="light" onClick={() => look(end)}>
          {t('customer.backToNow')}
        </Button>
      )}
    </section>
  );
}
