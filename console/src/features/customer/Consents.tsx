import { Link } from '@tanstack/react-router';
import type { Person } from '../../api/people';
import { useSourceName } from '../../api/sources';
import { useWords } from '../../i18n';
import { Card, Tag } from '../../ui/layout';
import ui from '../../ui/ui.module.css';
import { usePurposeName } from '../trust/names';

const TONES = { granted: 'ok', withdrawn: 'bad', devices_only: 'warn' } as const;

export function Consents({ person, who }: { person: Person; who: string }) {
  const { t, date } = useWords();
  const name = usePurposeName();
  const source = useSourceName();
  const purposes = Object.entries(person.consents);
  return (
    <Card title={t('customer.consents')} help={t('customer.consentsHelp')}>
      {purposes.length === 0 ? (
        <p className={`${ui.row} muted`}>{t('customer.noConsents')}</p>
      ) : (
        <ul>
          {purposes.map(([purpose, consent]) => (
            <li key={purpose} className={ui.row}>
              <div>
                {name(purpose)}
                <div className="small muted">{[date(consent.time), source(consent.source), consent.channel].filter(Boolean).join(' · ')}</div>
              </div>
              <span className={ui.end}>
                <Tag tone={TONES[consent.state]}>{t(`consent.${consent.state}`)}</Tag>
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className={ui.row} style={{ borderTop: '1px solid var(--line)' }}>
        <Link className={ui.end} to="/c/$who" params={{ who }} search={(old) => ({ ...old, tab: 'consents' as const })}>
          {t('customer.consentsMore')}
        </Link>
      </div>
    </Card>
  );
}

export function Accounts({ person }: { person: Person }) {
  const { t, num, date } = useWords();
  if (person.accounts.length === 0) return null;
  return (
    <Card title={t('customer.accounts')} help={t('customer.accountsHelp')}>
      <ul>
        {person.accounts.map((account) => (
          <li key={account.id} className={ui.row}>
            {account.id}
            <span className={`${ui.end} small muted`}>
              {t('count', { n: num(account.count) })} · {date(account.last)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
