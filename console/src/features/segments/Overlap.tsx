import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { overlap, segments, type Segment } from '../../api/segments';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { Answered } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import s from './segments.module.css';

const MOST = 12;

/** With which other segments this one shares people. */
export function Overlap({ segment }: { segment: Segment }) {
  const { t, num, share } = useWords();
  const { data: all = [] } = useQuery(segments);
  const others = all.filter((each) => each.id !== segment.id && each.status === 'active' && each.ready).toSorted((a, b) => b.size - a.size).slice(0, MOST);
  const found = useQuery(overlap(segment.id, others.map(({ id }) => id)));
  const name = (id: string) => all.find((each) => each.id === id)?.name ?? id;
  return (
    <Card title={t('segments.overlap')} help={t('segments.overlapHelp')}>
      {others.length === 0 ? (
        <p className={`${ui.row} muted`}>{t('segments.overlapNone')}</p>
      ) : (
        <Answered query={found} rows={3}>
          {(list) => (
            <ul>
              {list.map((other) => (
                <li key={other.id} className={ui.row}>
                  <div className={s.versus}>
                    <div>
                      <Link to="/segments/$id" params={{ id: other.id }}>
                        {name(other.id)}
                      </Link>
                      <span className={`${ui.end} num`}>
                        {t('people', { n: num(other.both) })} <span className="small muted">{t('segments.overlapOf', { p: share(segment.size === 0 ? 0 : other.both / segment.size) })}</span>
                      </span>
                    </div>
                    <div className={s.bar} aria-hidden>
                      <i style={{ width: `${segment.size === 0 ? 0 : (100 * other.both) / segment.size}%` }} />
                    </div>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Answered>
      )}
    </Card>
  );
}
