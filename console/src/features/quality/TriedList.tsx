import { useState } from 'react';
import type { Tried } from '../../api/plans';
import { useWords } from '../../i18n';
import { Code, Tag, type Tone } from '../../ui/layout';
import ui from '../../ui/ui.module.css';
import d from '../trust/trust.module.css';
import { changes, noted, shown } from './changes';
import { useCauses } from './useCauses';

const TONES: Record<Tried['outcome'], Tone> = { accepted: 'ok', quarantined: 'warn', dropped: 'bad' };
const LONGEST = 160;
const short = (value: unknown) => {
  const said = shown(value);
  return said.length > LONGEST ? `${said.slice(0, LONGEST)} …` : said;
};

/** What would become of events, each with what would be different in it. */
export default function TriedList({ samples, label }: { samples: Tried[]; label: string }) {
  return (
    <ul aria-label={label}>
      {samples.map((each) => (
        <One key={each.position} tried={each} />
      ))}
    </ul>
  );
}

function One({ tried }: { tried: Tried }) {
  const { t, num } = useWords();
  const causes = useCauses();
  const [open, setOpen] = useState(false);
  const found = tried.after === undefined ? [] : changes(tried.before, tried.after);
  const { violations, omitted } = noted(tried.after);
  const name = tried.name || t('events.unnamed');
  const reasons = tried.outcome === 'accepted' ? violations : tried.reasons;
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <div className={d.name}>
            {name} {found.length > 0 ? <Tag tone="accent">{t('tried.changed', { n: num(found.length) })}</Tag> : null}
          </div>
          {reasons.length > 0 && <div className="small muted">{causes(reasons.slice(0, 3))}</div>}
        </div>
        <span className={d.side}>
          <Tag tone={TONES[tried.outcome]}>{t(`stations.${tried.outcome}`)}</Tag>
          <button type="button" className={ui.textButton} aria-expanded={open} aria-label={`${name} ${tried.messageId ?? tried.position}: ${t('tried.look')}`} onClick={() => setOpen(!open)}>
            {t('tried.look')}
          </button>
        </span>
      </div>
      {open && (
        <div className={d.detail}>
          {found.length === 0 ? (
            <p className="small muted">{t('tried.same')}</p>
          ) : (
            <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('tried.changes')}>
              <table className={ui.table}>
                <thead>
                  <tr>
                    <th scope="col">{t('tried.place')}</th>
                    <th scope="col">{t('tried.before')}</th>
                    <th scope="col">{t('tried.after')}</th>
                  </tr>
                </thead>
                <tbody>
                  {found.slice(0, 50).map((change) => (
                    <tr key={change.path}>
                      <td className="mono">{change.path}</td>
                      <td className="mono">{change.before === undefined ? <span className="muted">{t('tried.absent')}</span> : short(change.before)}</td>
                      <td className="mono">{change.after === undefined ? <span className="muted">{t('tried.gone')}</span> : short(change.after)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {omitted.length > 0 && (
            <p className="small">
              {t('tried.omitted')} <span className="mono">{omitted.join(', ')}</span>
            </p>
          )}
          <Code text={JSON.stringify(tried.after ?? tried.before, null, 2)} label={t(tried.after === undefined ? 'tried.sent' : 'tried.counts')} />
        </div>
      )}
    </li>
  );
}
