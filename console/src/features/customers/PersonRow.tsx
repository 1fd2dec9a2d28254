import { Link } from '@tanstack/react-router';
import { address, called, type Short } from '../../api/people';
import { useWords } from '../../i18n';
import { Tag } from '../../ui/layout';
import ui from '../../ui/ui.module.css';

export function PersonRow({ person }: { person: Short }) {
  const { t, ago } = useWords();
  const name = called(person);
  return (
    <div className={ui.row}>
      <div>
        <Link to="/c/$who" params={{ who: address(person) }}>
          {name}
        </Link>
        <div className="small muted">{person.identifiers.slice(0, 3).map(({ value }) => value).filter((value) => value !== name).join(' · ')}</div>
      </div>
      <span className={ui.end}>
        {person.lastSeenAt && <span className="small muted">{ago(person.lastSeenAt)} </span>}
        <Tag tone={person.known ? 'ok' : 'sky'}>{t(person.known ? 'customers.known' : 'customers.anonymous')}</Tag>
      </span>
    </div>
  );
}
