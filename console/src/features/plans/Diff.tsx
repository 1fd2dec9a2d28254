import { useQuery } from '@tanstack/react-query';
import { planDiff } from '../../api/plans';
import { useWords } from '../../i18n';
import { Tag, type Tone } from '../../ui/layout';
import { Answered } from '../../ui/states';
import { shown } from '../quality/changes';
import d from '../trust/trust.module.css';

const TONES: Record<string, Tone> = { added: 'ok', removed: 'bad', changed: 'warn' };
const LONGEST = 240;
const short = (value: unknown) => {
  const text = shown(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
};
const steps = (path: string) => path.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

/** What became different from one version to another. */
export default function Diff({ id, from, to }: { id: string; from: number; to: number }) {
  const { t } = useWords();
  const found = useQuery(planDiff(id, from, to));
  return (
    <Answered query={found} rows={3}>
      {(changes) =>
        changes.length === 0 ? (
          <p className="small muted">{t('drafts.same')}</p>
        ) : (
          <ul aria-label={t('plans.compare')} style={{ display: 'grid', gap: 8 }}>
            {changes.map(({ change, path, before, after }) => (
              <li key={path} className={d.wording}>
                <div className={d.buttons}>
                  <Tag tone={TONES[change] ?? 'sky'}>{t(`plans.diff.${change}`)}</Tag>
                  <span className="mono">{steps(path).filter((step, i) => !(i === 0 && step === 'rules')).join(' › ')}</span>
                </div>
                {change !== 'added' && (
                  <div>
                    <span className="visually-hidden">{t('drafts.before')} </span>
                    <del className="mono">{short(before)}</del>
                  </div>
                )}
                {change !== 'removed' && (
                  <div>
                    <span className="visually-hidden">{t('drafts.after')} </span>
                    <ins className="mono" style={{ textDecoration: 'none' }}>
                      {short(after)}
                    </ins>
                  </div>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  );
}
