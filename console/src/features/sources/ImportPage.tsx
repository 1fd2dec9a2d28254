import { Button, FileInput, Progress, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { imports, oneImport, preview, rejected, start, upload, type Import } from '../../api/imports';
import { Problem } from '../../api/problem';
import { useWords } from '../../i18n';
import { Card, Code, Figure, Figures, Page } from '../../ui/layout';
import { Answered, Empty, Failure } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { firstRows, guess, mapOf, names, rolesOf, type Plan, type Role, type Shape } from './mapping';

const HEAD_BYTES = 65_536;
const SAMPLES = 4;

/** A file becomes events: choose it, say what its columns are, see what would become of it, take it. */
export function ImportPage() {
  const { t } = useWords();
  const { id: source } = useParams({ from: '/signed-in/sources/$id/import' });
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [rows, setRows] = useState<string[][]>([]);
  const [plan, setPlan] = useState<Plan>({ shape: 'people', eventName: 'Order Completed', roles: {}, currency: 'KRW' });
  const [share, setShare] = useState(0);
  const [job, setJob] = useState<string>();

  const roles = (header: string[], shape: Shape) => Object.fromEntries(header.map((column) => [column, guess(column, shape)]));
  const choose = async (chosen: File | null) => {
    setFile(chosen);
    setJob(undefined);
    if (!chosen) return setRows([]);
    const text = new TextDecoder().decode(await chosen.slice(0, HEAD_BYTES).arrayBuffer());
    const read = firstRows(text, SAMPLES + 1);
    setRows(read);
    setPlan((old) => ({ ...old, roles: roles(read[0] ?? [], old.shape) }));
  };
  const rehearse = useMutation({
    mutationFn: async () => {
      const made = await upload(file!, source, mapOf(plan), setShare);
      return made.state === 'ready' || made.state === 'done' ? await start(made.id, true) : made;
    },
    onSuccess: async (made: Import) => {
      setJob(made.id);
      client.setQueryData(oneImport(made.id).queryKey, made);
      await client.invalidateQueries(imports);
    },
  });
  const header = rows[0] ?? [];
  return (
    <Page title={t('import.title')} lead={t('import.lead')} actions={<Link to="/sources/$id" params={{ id: source }}>{t('import.back')}</Link>}>
      <Card title={t('import.step1')}>
        <div style={{ padding: 16 }}>
          <FileInput label={t('import.file')} description={t('import.fileHint')} accept=".csv,.tsv,.txt,text/csv" value={file} onChange={(chosen) => void choose(chosen)} clearable clearButtonProps={{ 'aria-label': t('clear') }} placeholder={t('import.choose')} maw={480} />
        </div>
      </Card>
      {header.length > 0 && (
        <Card title={t('import.step2')} help={t('import.step2Help')}>
          <div style={{ display: 'flex', gap: 12, flexWrap: 'wrap', padding: 16, alignItems: 'flex-end' }}>
            <SegmentedControl aria-label={t('import.shape')} value={plan.shape} onChange={(value) => setPlan((old) => ({ ...old, shape: value as Shape, roles: roles(header, value as Shape) }))} data={[{ value: 'people', label: t('import.people') }, { value: 'events', label: t('import.events') }]} />
            {plan.shape === 'events' && !Object.values(plan.roles).includes('event') && <TextInput label={t('import.eventName')} value={plan.eventName} onChange={(event) => setPlan({ ...plan, eventName: event.currentTarget.value })} />}
          </div>
          <div className={ui.scroll} tabIndex={0} role="region" aria-label={t('import.step2')}>
            <table className={ui.table}>
              <thead>
                <tr>
                  <th scope="col">{t('import.column')}</th>
                  <th scope="col">{t('import.role')}</th>
                  <th scope="col">{t('import.samples')}</th>
                </tr>
              </thead>
              <tbody>
                {header.map((column, i) => (
                  <tr key={column}>
                    <th scope="row">{column}</th>
                    <td>
                      <Select size="xs" w={190} aria-label={t('import.roleOf', { column })} data={rolesOf(plan.shape).map((role) => ({ value: role, label: t(`roles.${role}`) }))} value={plan.roles[column] ?? 'ignore'} onChange={(role) => setPlan({ ...plan, roles: { ...plan.roles, [column]: role as Role } })} allowDeselect={false} />
                    </td>
                    <td className="small muted">{rows.slice(1).map((row) => row[i] ?? '').filter((cell) => cell !== '').join(' · ')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div style={{ padding: 16, display: 'grid', gap: 10, justifyItems: 'start' }}>
            {!names(plan) && <p className="small" style={{ color: 'var(--warn)' }}>{t('import.nobody')}</p>}
            <Button loading={rehearse.isPending} onClick={() => rehearse.mutate()}>
              {t('import.rehearse')}
            </Button>
            {rehearse.isPending && <Progress value={share * 100} w="100%" size="sm" aria-label={t('imports.progress')} />}
            {rehearse.isError && <Failure problem={rehearse.error} />}
          </div>
        </Card>
      )}
      {job && <Outcome id={job} />}
    </Page>
  );
}

/** What became, or would become, of the rows. */
function Outcome({ id }: { id: string }) {
  const { t, num } = useWords();
  const client = useQueryClient();
  const found = useQuery(oneImport(id));
  const job = found.data;
  const over = job !== undefined && job.state !== 'running';
  const shown = useQuery({ ...preview(id), enabled: over });
  const bad = useQuery({ ...rejected(id), enabled: over && job.rejected + job.quarantined > 0 });
  const take = useMutation({
    mutationFn: () => start(id, false),
    onSuccess: (made) => client.setQueryData(oneImport(id).queryKey, made),
  });
  if (!job) return null;
  return (
    <Card title={t(job.rehearsal ? 'import.step3' : 'import.taken')} help={t('import.step3Help')}>
      <div style={{ padding: 16, display: 'grid', gap: 14 }}>
        {job.state === 'running' && <Progress value={(100 * job.readBytes) / job.bytes} size="sm" aria-label={t('imports.progress')} />}
        {job.error && <Failure problem={new Problem(422, { code: job.error, detail: job.errorDetail })} />}
        <Figures>
          <Figure label={t('import.rows')} value={num(job.rows)} help={t('import.rowsHelp')} />
          <Figure label={t('stations.accepted')} value={num(job.accepted)} help={t('sources.acceptedHelp')} />
          <Figure label={t('stations.duplicate')} value={num(job.duplicate)} help={t('import.duplicateHelp')} />
          <Figure label={t('import.refused')} value={num(job.rejected + job.quarantined)} help={t('import.refusedHelp')} />
        </Figures>
        {job.rehearsal && over && (
          <div>
            <Button loading={take.isPending} disabled={job.accepted === 0} onClick={() => take.mutate()}>
              {t('import.take', { n: num(job.accepted) })}
            </Button>
            {take.isError && <Failure problem={take.error} />}
          </div>
        )}
        {over && (job.rejected + job.quarantined > 0) && (
          <Answered query={bad}>
            {(rows) => (
              <div>
                <h3 className={ui.cardTitle}>{t('import.why')}</h3>
                <ul className="small">
                  {rows.slice(0, 20).map((row) => (
                    <li key={row.row}>
                      {t('import.row', { n: num(row.row) })}: {row.reasons.map((each) => `${t(`reasons.${each.code}`, { defaultValue: each.code })}${each.found ? ` “${each.found}”` : ''}`).join(' · ')}
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </Answered>
        )}
        {over && (
          <Answered query={shown}>
            {(events) => (events.length === 0 ? <Empty title={t('import.noPreview')} /> : <Code text={JSON.stringify(events.slice(0, 3), null, 2)} label={t('import.preview')} />)}
          </Answered>
        )}
      </div>
    </Card>
  );
}
