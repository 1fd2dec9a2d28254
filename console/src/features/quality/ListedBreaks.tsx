import { Link } from '@tanstack/react-router';
import type { components } from '../../api/types/quality';
import { useWords } from '../../i18n';
import d from '../trust/trust.module.css';
import type { Break, PlanBreak } from './Breaks';

type Readers = components['schemas']['Reader'][];

/** What a draft takes away that somebody reads: of a plan its fields, of transformations their steps. */
export default function ListedBreaks({ plan, steps }: { plan: PlanBreak[]; steps: Break[] }) {
  const { t } = useWords();
  return (
    <div role="status">
      <p className="small">
        <strong>{t('breaks.title', { n: plan.length + steps.length })}</strong>
      </p>
      <ul aria-label={t('breaks.list')}>
        {plan.map((each) => (
          <li key={`${each.call} ${each.event ?? ''} ${each.field ?? ''}`} className={d.item}>
            <div className={d.what}>
              <div className={d.name}>{[each.event ?? each.call, each.field].filter(Boolean).join(' · ')}</div>
              <div className="small">{each.change === 'retyped' ? t('breaks.retyped', { before: types(each.before, t('breaks.any')), after: types(each.after, t('breaks.any')) }) : t('breaks.dropped')}</div>
              <WhoReads readers={each.readers} />
              {each.transformations.length > 0 && <div className="small muted">{t('breaks.transformations', { names: [...new Set(each.transformations.map(({ transformation }) => transformation))].join(', ') })}</div>}
            </div>
          </li>
        ))}
        {steps.map((each, at) => (
          <li key={at} className={d.item}>
            <div className={d.what}>
              <div className={d.name}>{each.field}</div>
              <div className="small">{t('breaks.step', { name: each.transformation, step: t(`steps.${each.do}.name`, { defaultValue: each.do }) })}</div>
              <WhoReads readers={each.readers} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

const types = (all: string[], any: string) => (all.length === 0 ? any : all.join(', '));

function WhoReads({ readers }: { readers: Readers }) {
  const { t } = useWords();
  if (readers.length === 0) return null;
  return (
    <div className="small muted">
      {t('breaks.readers')}{' '}
      {readers.map(({ kind, id, name }, at) => (
        <span key={`${kind} ${id}`}>
          {at > 0 && ', '}
          {kind === 'segment' ? (
            <Link to="/segments/$id" params={{ id }}>
              {name}
            </Link>
          ) : (
            name
          )}
        </span>
      ))}
    </div>
  );
}
