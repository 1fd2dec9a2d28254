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
          <li key={[each.change, each.call, each.event, each.field, each.rule, ...each.versions].join(' ')} className={d.item}>
            <div className={d.what}>
              <div className={d.name}>{[each.event ?? each.call, each.versions.length > 0 && t('breaks.versions', { list: each.versions.join(', ') }), each.field].filter(Boolean).join(' · ')}</div>
              <div className="small">
                <Change of={each} />
              </div>
              <WhoReads readers={each.readers} />
              {each.transformations.length > 0 && <div className="small muted">{t('breaks.transformations', { names: [...new Set(each.transformations.map(({ transformation }) => transformation))].join(', ') })}</div>}
              {each.enrichers.length > 0 && <div className="small muted">{t('breaks.enrichers', { names: each.enrichers.map(({ name }) => name).join(', ') })}</div>}
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

const SHOWN = 8;
const listed = (all: string[], any: string) => (all.length === 0 ? any : all.slice(0, SHOWN).join(', ') + (all.length > SHOWN ? ', …' : ''));

/** What becomes of the field or the event, in words. */
function Change({ of: each }: { of: PlanBreak }) {
  const { t } = useWords();
  const any = t('breaks.any');
  switch (each.change) {
    case 'dropped':
      return t('breaks.dropped');
    case 'required':
      return t('breaks.required');
    case 'retyped':
      return t('breaks.retyped', { before: listed(each.before, any), after: listed(each.after, any) });
    case 'narrowed': {
      const gone = each.before.filter((value) => !each.after.includes(value));
      if (each.rule === 'enum' && gone.length > 0) return t('breaks.gone', { values: listed(gone, any) });
      return t('breaks.narrowed', { rule: t(`breaks.rules.${each.rule ?? ''}`, { defaultValue: each.rule ?? '' }), before: listed(each.before, any), after: listed(each.after, any) });
    }
  }
}

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
