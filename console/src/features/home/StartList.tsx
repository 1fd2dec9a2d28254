import { useQuery } from '@tanstack/react-query';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { status } from '../../api/pulse';
import { sources } from '../../api/sources';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import ui from '../../ui/ui.module.css';

/** What there is to do until data flows; gone by itself once it does. */
export function StartList() {
  const { t } = useWords();
  const { data: known } = useQuery(sources);
  const { data: now } = useQuery(status);
  const steps = [
    { word: 'signIn', done: true },
    { word: 'source', done: (known?.length ?? 0) > 0 },
    { word: 'event', done: (now?.outcomes.received ?? 0) > 0 },
    { word: 'person', done: (now?.counts['profiles'] ?? 0) > 0 },
  ];
  return (
    <Card title={t('start.title')}>
      <ol>
        {steps.map(({ word, done }) => (
          <li key={word} className={ui.row}>
            {done ? <IconCircleCheckFilled size={20} color="var(--ok)" aria-hidden /> : <IconCircle size={20} color="var(--ink-3)" aria-hidden />}
            <div>
              {t(`start.${word}`)}
              <span className="visually-hidden"> {t(done ? 'start.done' : 'start.open')}</span>
              <div className="small muted">{t(`start.${word}More`)}</div>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
