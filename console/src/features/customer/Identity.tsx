import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { explanation, type Person } from '../../api/people';
import { learn, useWords } from '../../i18n';
import { Card, Tag } from '../../ui/layout';
import { Answered } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import Graph, { linkKey } from './Graph';
import { Merge, Split } from './Steward';
import { Why } from './Why';
import s from './customer.module.css';

await learn('steward');

/** Why all this is one person: the graph, and each link with what speaks for it. */
export default function Identity({ who, person }: { who: string; person: Person }) {
  const { t, num, moment } = useWords();
  const found = useQuery(explanation(who));
  const [chosen, choose] = useState<string>();
  return (
    <div className={s.grid}>
      <div className={s.side}>
        <Card title={t('customer.graph')} help={t('customer.graphHelp')} side={t('identity.clickEdge')}>
          <Graph who={who} large chosen={chosen} onChoose={choose} />
        </Card>
        <Answered query={found}>
          {(data) => (
            <>
              <Card title={t('identity.links')} help={t('identity.linksHelp')} side={t('count', { n: num(data.links.length) })}>
                <ul>
                  {data.links.map((link) => (
                    <li key={linkKey(link)}>
                      <Why link={link} chosen={chosen === linkKey(link)} choose={() => choose(chosen === linkKey(link) ? undefined : linkKey(link))} />
                    </li>
                  ))}
                </ul>
              </Card>
              {data.refused.length > 0 && (
                <Card title={t('identity.refused')} help={t('identity.refusedHelp')}>
                  <ul>
                    {data.refused.map((refused) => (
                      <li key={linkKey(refused)} className={ui.row}>
                        <div>
                          {linkKey(refused)}
                          <div className="small muted">{refused.reasons.map((reason) => t(`refusals.${reason.code}`, { defaultValue: reason.code })).join(' · ')}</div>
                        </div>
                      </li>
                    ))}
                  </ul>
                </Card>
              )}
            </>
          )}
        </Answered>
      </div>
      <div className={s.side}>
        <Split who={who} person={person} />
        <Merge who={who} />
        <Answered query={found}>
          {(data) => (
            <Card title={t('identity.cuts')} help={t('identity.cutsHelp')}>
              {data.cuts.length === 0 ? (
                <p className={`${ui.row} muted`}>{t('identity.noCuts')}</p>
              ) : (
                <ul>
                  {data.cuts.map((cut) => (
                    <li key={cut.id} className={ui.row}>
                      <div>
                        {cut.reason}
                        <div className="small muted">
                          {cut.author} · {moment(cut.at)}
                        </div>
                      </div>
                      <span className={ui.end}>
                        <Tag tone="plum">{t('identity.cut')}</Tag>
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </Card>
          )}
        </Answered>
      </div>
    </div>
  );
}
