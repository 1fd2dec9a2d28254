import { useInfiniteQuery } from '@tanstack/react-query';
import { drops } from '../../api/enrichers';
import { learn, useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { Paged } from '../trust/Paged';
import d from '../trust/trust.module.css';

await learn('drops');

/** Who dropped such events, when and why. */
export function Drops({ id }: { id: string }) {
  const { t, num, moment } = useWords();
  const found = useInfiniteQuery(drops(id));
  return (
    <Card title={t('enrichers.drops')} help={t('enrichers.dropsHelp')}>
      <Paged query={found} of={({ drops: all }) => all} rows={2} none={<p className={`${d.pad} small muted`}>{t('enrichers.dropsNone')}</p>}>
        {(all) => (
          <ul aria-label={t('enrichers.drops')}>
            {all.map(({ number, author, at, reason, events, causes }) => (
              <li key={number} className={d.item}>
                <div className={d.what}>
                  <div className={d.name}>{reason}</div>
                  <div className="small muted">{[t('enrichers.droppedEvents', { n: num(events) }), ...Object.keys(causes).map((cause) => t(`enrichers.causes.${cause}`, { defaultValue: cause }))].join(' · ')}</div>
                  <div className="small muted">{[moment(at), author].filter(Boolean).join(' · ')}</div>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </Card>
  );
}
