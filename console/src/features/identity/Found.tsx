import { Button, Progress } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cancelRehearsal, rehearsals, type Task } from '../../api/rules';
import { useWords } from '../../i18n';
import { Card, Detail, Figure, Figures, Tag, type Tone } from '../../ui/layout';
import ui from '../../ui/ui.module.css';

const TONES: Record<Task['state'], Tone> = { running: 'accent', done: 'ok', failed: 'bad', cancelled: 'warn', interrupted: 'warn' };
type Counts = { profiles?: number; shared?: number; divided?: number };
type Report = { before?: Counts; after?: Counts; merges?: number; merged?: number; splits?: number; parted?: number };

/** What a rehearsal or a rebuild found, or how far it has come. */
export function Found({ task, title }: { task: Task; title: string }) {
  const { t, num, moment } = useWords();
  const client = useQueryClient();
  const report = (task.report ?? {}) as Report;
  const cancel = useMutation({ mutationFn: () => cancelRehearsal(task.id), onSuccess: () => client.invalidateQueries(rehearsals) });
  const { done = 0, total = 0 } = task.progress ?? {};
  return (
    <Card title={title} side={<><span>{moment(task.startedAt)}</span><Tag tone={TONES[task.state]}>{t(`tasks.${task.state}`)}</Tag></>}>
      {task.state === 'running' && (
        <div className={ui.row}>
          <Progress value={total > 0 ? (100 * done) / total : 5} style={{ flex: 1 }} aria-label={title} />
          <span className="small muted num">{t('tasks.progress', { done: num(done), total: num(total) })}</span>
          {task.kind === 'rehearsal' && (
            <Button size="compact-sm" variant="default" onClick={() => cancel.mutate()}>
              {t('cancel')}
            </Button>
          )}
        </div>
      )}
      {task.state === 'failed' && (
        <div className={ui.row}>
          <div>
            {t(task.kind === 'rehearsal' ? 'tasks.rehearsalFailed' : 'tasks.rebuildFailed')}
            {task.nextTryAt && <div className="small muted">{t('tasks.again', { time: moment(task.nextTryAt) })}</div>}
            {task.error && <Detail text={task.error} />}
          </div>
        </div>
      )}
      {task.state === 'done' && (
        <div style={{ padding: 16 }}>
          <Figures>
            <Figure label={t('tasks.people')} value={t('people', { n: num(report.after?.profiles ?? 0) })} help={t('tasks.peopleHelp')} note={t('tasks.before', { n: num(report.before?.profiles ?? 0) })} />
            <Figure label={t('tasks.merges')} value={num(report.merges ?? 0)} help={t('tasks.mergesHelp')} note={report.merged ? t('tasks.merged', { n: num(report.merged) }) : undefined} />
            <Figure label={t('tasks.splits')} value={num(report.splits ?? 0)} help={t('tasks.splitsHelp')} note={report.parted ? t('tasks.parted', { n: num(report.parted) }) : undefined} />
          </Figures>
          {task.kind === 'rehearsal' && (report.merges ?? 0) + (report.splits ?? 0) > 0 && (
            <p className="small" style={{ marginTop: 10 }}>
              <a href={`/api/v1/identity/rules/rehearsals/${encodeURIComponent(task.id)}/changes?format=csv&reason=${encodeURIComponent(t('exportReason'))}`} download={`${task.id}.csv`}>
                {t('tasks.download')}
              </a>
            </p>
          )}
        </div>
      )}
    </Card>
  );
}
