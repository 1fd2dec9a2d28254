import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { memberships, reasonOf, segments } from '../../api/segments';
import { learn, useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { Answered } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { Explained } from '../segments/Explained';

await learn('segments');

/** The segments that a customer is in, each with why. */
export default function Memberships({ who }: { who: string }) {
  const { t } = useWords();
  const found = useQuery(memberships(who));
  const { data: known } = useQuery(segments);
  const name = (id: string) => known?.find((each) => each.id === id)?.name ?? id;
  return (
    <Card title={t('segments.profile')} help={t('segments.profileHelp')}>
      <Answered query={found} rows={2}>
        {(data) => {
          const now = new Set(data.segments.map(({ segment }) => segment));
          const left = [...new Map((data.history ?? []).filter(({ segment, what }) => what === 'left' && !now.has(segment)).toReversed().map((fact) => [fact.segment, fact])).values()];
          return (
            <>
              {data.segments.length === 0 ? <p className={`${ui.row} muted`}>{t('segments.profileNone')}</p> : (
                <ul>
                  {data.segments.map(({ segment, since }) => (
                    <One key={segment} who={who} segment={segment} name={name(segment)} since={since} />
                  ))}
                </ul>
              )}
              {left.length > 0 && (
                <>
                  <h3 className={`${ui.row} small muted`}>{t('segments.profileLeft')}</h3>
                  <ul>
                    {left.map(({ segment, at }) => (
                      <One key={segment} who={who} segment={segment} name={name(segment)} since={at} past />
                    ))}
                  </ul>
                </>
              )}
            </>
          );
        }}
      </Answered>
    </Card>
  );
}

function One({ who, segment, name, since, past }: { who: string; segment: string; name: string; since: string; past?: boolean }) {
  const { t, moment } = useWords();
  const [open, setOpen] = useState(false);
  const why = useQuery({ ...reasonOf(segment, who), enabled: open });
  return (
    <li>
      <div className={ui.row}>
        <div style={{ minWidth: 0 }}>
          <Link to="/segments/$id" params={{ id: segment }}>
            {name}
          </Link>
          <div className="small muted">{past ? moment(since) : t('segments.sinceAt', { time: moment(since) })}</div>
        </div>
        <button type="button" className={`${ui.end} ${ui.textButton}`} aria-expanded={open} onClick={() => setOpen(!open)} aria-label={`${name}: ${t(past ? 'why.notTitle' : 'why.title')}`}>
          {t(past ? 'why.notTitle' : 'why.title')}
        </button>
      </div>
      {open && (
        <div style={{ padding: '4px 16px 12px' }}>
          <Answered query={why} rows={2}>
            {(reason) => <Explained reason={reason} />}
          </Answered>
        </div>
      )}
    </li>
  );
}
