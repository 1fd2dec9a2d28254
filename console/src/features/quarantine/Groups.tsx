import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { groups, type Group } from '../../api/quality';
import { useSourceName } from '../../api/sources';
import { useWords } from '../../i18n';
import { Card, Tag } from '../../ui/layout';
import { Answered } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { eventName } from '../../ui/words';
import { useCauses } from '../quality/useCauses';
import d from '../trust/trust.module.css';

const DAY = 86_400_000;

/** What waits, by its cause: each cause is mended once for all of its events. */
export default function Groups({ source }: { source: string | undefined }) {
  const { t, num } = useWords();
  const found = useQuery(groups(source));
  return (
    <Card title={t('causes.title')} help={t('causes.help')} side={found.data && t('count', { n: num(found.data.open) })}>
      <Answered query={found} rows={3}>
        {(data) =>
          data.groups.length === 0 ? (
            <p className={`${ui.row} muted`}>{t('causes.none')}</p>
          ) : (
            <>
              <ul>
                {data.groups.map((group) => (
                  <Cause key={group.id} group={group} keptDays={data.keptDays} />
                ))}
              </ul>
              <p className={`${d.pad} small muted`}>{data.keptDays === 0 ? t('causes.keptForever') : t('causes.kept', { n: num(data.keptDays) })}</p>
            </>
          )
        }
      </Answered>
    </Card>
  );
}

function Cause({ group, keptDays }: { group: Group; keptDays: number }) {
  const { t, num, moment, date } = useWords();
  const source = useSourceName();
  const said = useCauses();
  const causes = said(group.causes);
  const due = keptDays === 0 ? undefined : Date.parse(group.firstSeen) + keptDays * DAY;
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <div className={d.name}>{causes}</div>
          <div className="small muted">{[group.name === '' ? '' : eventName({ call: 'track', name: group.name }, t), source(group.source), `${moment(group.firstSeen)} – ${moment(group.lastSeen)}`].filter((part) => part !== '').join(' · ')}</div>
          {due !== undefined && due - Date.now() < 7 * DAY && <div className="small">{t('causes.due', { time: date(due) })}</div>}
        </div>
        <span className={d.side}>
          <Tag tone="warn">{t('count', { n: num(group.open) })}</Tag>
          {group.people > 0 && <span className="small muted">{t('people', { n: num(group.people) })}</span>}
          <Link className={`${ui.chip} ${d.link}`} to="/quarantine/$id" params={{ id: group.id }} aria-label={`${causes}: ${t('causes.mend')}`}>
            <span>{t('causes.mend')}</span>
          </Link>
        </span>
      </div>
    </li>
  );
}
