import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconPlus } from '@tabler/icons-react';
import { plans, type Plan } from '../../api/plans';
import { groups, PLAN_CODES } from '../../api/quality';
import { sources, type Source } from '../../api/sources';
import { useWords } from '../../i18n';
import { Card, Page, Tag } from '../../ui/layout';
import { Answered, Empty } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import d from '../trust/trust.module.css';
import { planOf } from './held';
import { useNames } from './useNames';

/** What each source is expected to send, and what becomes of everything else. */
export function PlansPage() {
  const { t } = useWords();
  const found = useQuery(plans);
  const known = useQuery(sources);
  return (
    <Page
      title={t('plans.title')}
      lead={t('plans.lead')}
      actions={
        <Link className={d.make} to="/plans/new">
          <IconPlus size={15} aria-hidden />
          {t('plans.make')}
        </Link>
      }
    >
      <Card title={t('plans.list')} help={t('plans.listHelp')}>
        <Answered query={found} rows={4}>
          {(all) => (all.length === 0 ? <Empty title={t('plans.none')} text={t('plans.noneMore')} action={<Link to="/plans/new" search={{ from: 'events' }}>{t('plans.fromEvents')}</Link>} /> : <Plans all={all} />)}
        </Answered>
      </Card>
      <Card title={t('plans.bySource')} help={t('plans.bySourceHelp')}>
        <Answered query={known} rows={4}>
          {(all) => (all.length === 0 ? <Empty title={t('plans.noSource')} text={t('plans.noSourceMore')} action={<Link to="/sources">{t('nav.sources')}</Link>} /> : <Sources all={all} plans={found.data ?? []} />)}
        </Answered>
      </Card>
    </Page>
  );
}

function Plans({ all }: { all: Plan[] }) {
  const { t, num } = useWords();
  const names = useNames();
  return (
    <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('plans.list')}>
      <table className={ui.table}>
        <thead>
          <tr>
            <th scope="col">{t('plans.name')}</th>
            <th scope="col">{t('plans.sources')}</th>
            <th scope="col">{t('plans.models')}</th>
            <th scope="col" className={ui.r}>
              {t('plans.rules')}
            </th>
            <th scope="col" className={ui.r}>
              {t('plans.versionWord')}
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((plan) => (
            <tr key={plan.id}>
              <td style={{ minWidth: 180 }}>
                <Link to="/plans/$id" params={{ id: plan.id }}>
                  {plan.name ?? plan.id}
                </Link>
                {plan.description && <div className="small muted">{plan.description}</div>}
              </td>
              <td>{names.sources(plan).join(', ') || <span className="muted">{t('plans.unused')}</span>}</td>
              <td>{(plan.models ?? []).map((name) => t(`planModels.${name}.name`, { defaultValue: name })).join(', ') || '–'}</td>
              <td className={`${ui.r} num`}>{num(plan.rules?.length ?? 0)}</td>
              <td className={`${ui.r} num`}>{num(plan.version)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Sources({ all, plans: known }: { all: Source[]; plans: Plan[] }) {
  const { t, num } = useWords();
  const { data: waiting } = useQuery(groups());
  const open = (id: string) => (waiting?.groups ?? []).filter(({ source, causes }) => source === id && causes.some(({ code }) => PLAN_CODES.has(code))).reduce((sum, each) => sum + each.open, 0);
  return (
    <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('plans.bySource')}>
      <table className={ui.table}>
        <thead>
          <tr>
            <th scope="col">{t('event.source')}</th>
            <th scope="col">{t('plans.one')}</th>
            <th scope="col">{t('plans.unplannedEvents')}</th>
            <th scope="col">{t('plans.unplannedProperties')}</th>
            <th scope="col">{t('plans.violations')}</th>
            <th scope="col" className={ui.r}>
              {t('plans.waiting')}
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((source) => {
            const held = planOf(source.id, known);
            const n = open(source.id);
            return (
              <tr key={source.id}>
                <td style={{ minWidth: 120 }}>
                  <Link to="/sources/$id" params={{ id: source.id }}>
                    {source.name}
                  </Link>
                </td>
                {held ? (
                  <>
                    <td>
                      <Link to="/plans/$id" params={{ id: held.plan.id }}>
                        {held.plan.name}
                      </Link>
                    </td>
                    {(['unplannedEvents', 'unplannedProperties', 'violations'] as const).map((field) => (
                      <td key={field}>{t(`actions.${held.policy[field] ?? 'allow'}`)}</td>
                    ))}
                  </>
                ) : (
                  <td colSpan={4}>
                    <Tag tone="sky">{t('plans.noPlan')}</Tag>{' '}
                    <Link className="small" to="/plans/new" search={{ from: 'events', source: source.id }}>
                      {t('plans.fromEvents')}
                    </Link>
                  </td>
                )}
                <td className={`${ui.r} num`}>
                  {n > 0 ? (
                    <Link to="/quarantine" search={{ source: source.id }}>
                      {t('count', { n: num(n) })}
                    </Link>
                  ) : (
                    '–'
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
