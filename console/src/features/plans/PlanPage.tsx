import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { IconPencil } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { documentOf, plan, planVersion, type Plan, type Rule } from '../../api/plans';
import { groups, PLAN_CODES, type Group } from '../../api/quality';
import { useWords } from '../../i18n';
import { Card, Code, Tag, useTitle } from '../../ui/layout';
import { Answered, Empty, Loading } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { useCauses } from '../quality/useCauses';
import d from '../trust/trust.module.css';
import { FieldsTable } from './FieldsTable';
import { sectionOf } from './schema';
import { keyOf, useNames } from './useNames';
import s from './plans.module.css';

const Held = lazy(() => import('./Held'));
const Diff = lazy(() => import('./Diff'));

/** One plan: what its events must be, for which sources, what breaks it, and its versions. */
export function PlanPage() {
  const { id } = useParams({ from: '/signed-in/plans/$id' });
  const { version } = useSearch({ from: '/signed-in/plans/$id' });
  const { t } = useWords();
  const found = useQuery(plan(id));
  const older = useQuery({ ...planVersion(id, version ?? 0), enabled: version !== undefined });
  useTitle(found.data?.name ?? t('plans.title'));
  return (
    <div className={ui.page}>
      <Answered query={found} rows={8}>
        {(data) => (version === undefined || version === data.version ? <Body plan={data} newest={data} /> : <Answered query={older}>{(shown) => <Body plan={shown} newest={data} />}</Answered>)}
      </Answered>
    </div>
  );
}

function Body({ plan: one, newest }: { plan: Plan; newest: Plan }) {
  const { t, num } = useWords();
  const past = one.version !== newest.version;
  return (
    <>
      <div className={ui.head}>
        <div style={{ minWidth: 0 }}>
          <p className={s.crumb}>
            <Link to="/plans">{t('plans.title')}</Link>
          </p>
          <h1 className={ui.title}>{one.name}</h1>
          {one.description && <p className={ui.lead}>{one.description}</p>}
          <div className={d.buttons}>
            <Tag tone={past ? 'warn' : 'accent'}>{t(past ? 'plans.pastVersion' : 'drafts.version', { n: num(one.version) })}</Tag>
            <Tag tone="sky">{t('plans.ruleCount', { n: num(one.rules?.length ?? 0) })}</Tag>
            <span className="mono muted">{one.id}</span>
          </div>
        </div>
        <div className={ui.acts}>
          <Download plan={one} />
          {past && (
            <Link to="/plans/$id" params={{ id: one.id }}>
              {t('plans.toNewest')}
            </Link>
          )}
          <Link className={d.make} to="/plans/$id/edit" params={{ id: one.id }} search={past ? { version: one.version } : {}}>
            <IconPencil size={15} aria-hidden />
            {t(past ? 'plans.editFrom' : 'plans.edit')}
          </Link>
        </div>
      </div>
      <div className={d.two}>
        <div className={d.stack}>
          <Rules plan={one} />
          <Raw plan={one} />
        </div>
        <div className={d.stack}>
          <Policies plan={one} />
          {!past && <Waiting plan={one} />}
          {!past && (
            <Suspense fallback={<Loading rows={3} />}>
              <Held id={one.id} document={documentOf(one)} sources={(one.sources ?? []).map(({ source }) => source)} />
            </Suspense>
          )}
          <Versions plan={newest} shown={one.version} />
        </div>
      </div>
    </>
  );
}

const AT_ONCE = 50;

function Rules({ plan: one }: { plan: Plan }) {
  const { t, num } = useWords();
  const names = useNames();
  const { q = '', rule: open } = useSearch({ from: '/signed-in/plans/$id' });
  const navigate = useNavigate({ from: '/plans/$id' });
  const [most, setMost] = useState(AT_ONCE);
  const all = one.rules ?? [];
  const word = q.trim().toLowerCase();
  const found = word === '' ? all : all.filter((rule) => `${names.rule(rule)} ${names.meaning(rule)}`.toLowerCase().includes(word));
  const set = (change: { q?: string; rule?: string }) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false });
  return (
    <Card title={t('plans.rules')} help={t('plans.rulesHelp')} side={t('plans.ruleCount', { n: num(all.length) })}>
      {(one.models ?? []).length > 0 && <p className={`${ui.row} small`}>{t('plans.withModels', { list: one.models!.map((name) => t(`planModels.${name}.name`, { defaultValue: name })).join(', ') })}</p>}
      {all.length > 8 && (
        <div style={{ padding: '10px 16px' }}>
          <TextInput size="xs" label={t('plans.find')} value={q} onChange={(event) => set({ q: event.currentTarget.value || undefined })} />
        </div>
      )}
      {found.length === 0 ? (
        <Empty title={t(all.length === 0 ? 'plans.noRules' : 'plans.notFound')} text={all.length === 0 ? t('plans.noRulesMore') : undefined} />
      ) : (
        <ul>
          {found.slice(0, most).map((rule) => (
            <One key={keyOf(rule)} rule={rule} opened={open === keyOf(rule)} toggle={() => set({ rule: open === keyOf(rule) ? undefined : keyOf(rule) })} />
          ))}
        </ul>
      )}
      {found.length > most && (
        <div className={ui.row}>
          <Button size="xs" variant="default" onClick={() => setMost(most + AT_ONCE)}>
            {t('more')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function One({ rule, opened, toggle }: { rule: Rule; opened: boolean; toggle: () => void }) {
  const { t } = useWords();
  const names = useNames();
  const name = names.rule(rule);
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <div className={d.name}>{name}</div>
          <div className="small muted">{[names.meaning(rule), rule.description ?? ''].filter((part) => part !== '').join(' · ')}</div>
        </div>
        <span className={d.side}>
          {rule.version !== undefined && <Tag tone="sky">{t('plans.eventVersion', { n: rule.version })}</Tag>}
          <button type="button" className={ui.textButton} aria-expanded={opened} aria-label={`${keyOf(rule)}: ${t('plans.look')}`} onClick={toggle}>
            {t('plans.look')}
          </button>
        </span>
      </div>
      {opened && <FieldsTable schema={rule.schema} section={sectionOf(rule.call ?? 'track')} />}
    </li>
  );
}

function Policies({ plan: one }: { plan: Plan }) {
  const { t } = useWords();
  const names = useNames();
  const all = one.sources ?? [];
  return (
    <Card title={t('plans.policies')} help={t('plans.policiesHelp')}>
      {all.length === 0 ? (
        <Empty title={t('plans.unused')} text={t('plans.unusedMore')} />
      ) : (
        <ul>
          {all.map((policy) => (
            <li key={policy.source} className={d.textOf}>
              <h3 className="small">{names.source(policy.source)}</h3>
              <dl className={d.facts}>
                {(['unplannedEvents', 'unplannedProperties', 'violations'] as const).map((field) => (
                  <div key={field} style={{ display: 'contents' }}>
                    <dt>{t(`plans.${field}`)}</dt>
                    <dd>{t(`actions.${policy[field] ?? 'allow'}`)}</dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** What waits in quarantine because it breaks the plan. */
function Waiting({ plan: one }: { plan: Plan }) {
  const { t, num, ago } = useWords();
  const causes = useCauses();
  const names = useNames();
  const found = useQuery(groups());
  const ids = new Set((one.sources ?? []).map(({ source }) => source));
  const mine = ({ source, causes: why }: Group) => (ids.has(source) || ids.has('*')) && why.some(({ code }) => PLAN_CODES.has(code));
  return (
    <Card title={t('plans.seen')} help={t('plans.seenHelp')}>
      <Answered query={found} rows={3}>
        {(data) => {
          const shown = data.groups.filter(mine);
          if (shown.length === 0) return <p className={`${ui.row} muted`}>{t('plans.noneSeen')}</p>;
          return (
            <ul>
              {shown.slice(0, 8).map((group) => (
                <li key={group.id} className={d.item}>
                  <div className={d.line}>
                    <div className={d.what}>
                      <Link className={d.name} to="/quarantine/$id" params={{ id: group.id }}>
                        {causes(group.causes)}
                      </Link>
                      <div className="small muted">{[group.name, names.source(group.source), ago(group.lastSeen)].filter(Boolean).join(' · ')}</div>
                    </div>
                    <span className={d.side}>
                      <Tag tone="warn">{t('count', { n: num(group.open) })}</Tag>
                    </span>
                  </div>
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </Card>
  );
}

function Versions({ plan: one, shown }: { plan: Plan; shown: number }) {
  const { t, num, moment } = useWords();
  const [most, setMost] = useState(20);
  const versions = one.versions ?? [];
  const before = versions.find(({ version }) => version < shown)?.version;
  const [from, setFrom] = useState<number>();
  const [open, setOpen] = useState(false);
  const base = from !== undefined && from !== shown ? from : before;
  return (
    <Card title={t('drafts.versions')} help={t('drafts.versionsHelp')}>
      <ul>
        {versions.slice(0, most).map(({ version, name, author, savedAt, reason }) => (
          <li key={version} className={ui.row} style={{ flexWrap: 'wrap' }}>
            <Link to="/plans/$id" params={{ id: one.id }} search={version === one.version ? {} : { version }}>
              {t('drafts.version', { n: num(version) })}
            </Link>
            <span className="small muted">{name}</span>
            {version === shown && <Tag tone="accent">{t('plans.shown')}</Tag>}
            <span className="small" style={{ flexBasis: '100%' }}>
              {reason && <span style={{ display: 'block' }}>{reason}</span>}
              <span className="muted">{[savedAt && moment(savedAt), author].filter(Boolean).join(' · ')}</span>
            </span>
          </li>
        ))}
      </ul>
      {versions.length > most && (
        <div className={ui.row}>
          <Button size="xs" variant="default" onClick={() => setMost(most + 100)}>
            {t('more')}
          </Button>
        </div>
      )}
      {base !== undefined && (
        <div className={d.pad}>
          <div className={d.buttons} style={{ alignItems: 'flex-end' }}>
            <NativeSelect size="xs" label={t('drafts.compareWith')} value={String(base)} data={versions.filter(({ version }) => version !== shown).map(({ version }) => ({ value: String(version), label: t('drafts.version', { n: num(version) }) }))} onChange={(event) => setFrom(Number(event.currentTarget.value))} />
            <Button size="xs" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('plans.compare')}
            </Button>
          </div>
          {open && (
            <Suspense fallback={<Loading rows={3} />}>
              <Diff id={one.id} from={Math.min(base, shown)} to={Math.max(base, shown)} />
            </Suspense>
          )}
        </div>
      )}
    </Card>
  );
}

const whole = (one: Plan) => JSON.stringify(documentOf(one), null, 2);

function Raw({ plan: one }: { plan: Plan }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Card
      title={t('plans.raw')}
      help={t('plans.rawHelp')}
      side={
        <button type="button" className={ui.textButton} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'plans.hide' : 'plans.show')}
        </button>
      }
    >
      {open && (
        <div className={d.pad}>
          <Code text={whole(one)} label={t('plans.raw')} />
        </div>
      )}
    </Card>
  );
}

/** The plan as a file, to keep or to take elsewhere. */
function Download({ plan: one }: { plan: Plan }) {
  const { t } = useWords();
  const save = () => {
    const url = URL.createObjectURL(new Blob([whole(one)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${one.id}-v${one.version}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 1_000);
  };
  return (
    <Button variant="default" onClick={save}>
      {t('plans.download')}
    </Button>
  );
}
