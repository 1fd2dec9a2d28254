import { Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { repairs, type Repair } from '../../api/quality';
import { useWords } from '../../i18n';
import { Card, Detail, Tag } from '../../ui/layout';
import { Answered } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import d from '../trust/trust.module.css';

/** Releases and droppings: how far they are, and what came of them. @param group of one group alone */
export default function Repairs({ group }: { group?: string }) {
  const { t } = useWords();
  const found = useQuery(repairs);
  return (
    <Card title={t('repairs.title')} help={t('repairs.help')}>
      <Answered query={found} rows={2}>
        {(all) => {
          const shown = all.filter((each) => group === undefined || each.group === group).slice(0, 30);
          return shown.length === 0 ? (
            <p className={`${ui.row} muted`}>{t('repairs.none')}</p>
          ) : (
            <ul>
              {shown.map((each) => (
                <One key={each.id} repair={each} linked={group === undefined} />
              ))}
            </ul>
          );
        }}
      </Answered>
    </Card>
  );
}

function One({ repair, linked }: { repair: Repair; linked: boolean }) {
  const { t, num, moment } = useWords();
  const { kind, status, total, done, left, author, reason } = repair;
  const running = status === 'running';
  // What the term dropped nobody asked for.
  const term = author === '' && kind === 'drop';
  const label = t(term ? 'repairs.term' : `repairs.kinds.${kind}`);
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <div className={d.name}>{label}</div>
          <div className="small muted">{[moment(repair.begunAt), author, term ? '' : reason].filter((part) => part !== '').join(' · ')}</div>
          {running && <Progress value={total === 0 ? 100 : (100 * done) / total} size="sm" mt={6} aria-label={label} />}
          {repair.error && (
            <div className="small">
              {t('repairs.trouble')} <Detail text={repair.error} />
            </div>
          )}
        </div>
        <span className={d.side} style={{ flexWrap: 'wrap' }}>
          <span className="small muted num">{t(running ? 'repairs.progress' : 'repairs.result', { done: num(done), total: num(total), left: num(Math.max(0, total - done)) })}</span>
          <Tag tone={running ? (repair.error ? 'bad' : 'sky') : 'ok'}>{t(`repairs.states.${status}`)}</Tag>
          {linked && left > 0 && (
            <Link className="small" to="/quarantine/$id" params={{ id: repair.group }}>
              {t('repairs.left', { n: num(left) })}
            </Link>
          )}
        </span>
      </div>
    </li>
  );
}
