import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconUpload } from '@tabler/icons-react';
import { imports, undo, type Import } from '../../api/imports';
import type { Source } from '../../api/sources';
import { useWords } from '../../i18n';
import { Card, Tag, type Tone } from '../../ui/layout';
import { Answered, Empty } from '../../ui/states';
import { done, failed } from '../../ui/toast';
import ui from '../../ui/ui.module.css';

const TONES: Record<Import['state'], Tone> = { uploading: 'sky', ready: 'sky', running: 'accent', done: 'ok', cancelled: 'warn', failed: 'bad', undone: 'plum' };

/** The files that were handed in. */
export function Imports({ source }: { source: Source }) {
  const { t, num, moment } = useWords();
  const client = useQueryClient();
  const all = useQuery(imports);
  const takeBack = useMutation({
    mutationFn: undo,
    onSuccess: async () => {
      await client.invalidateQueries(imports);
      done(t('imports.undone'));
    },
    onError: failed,
  });
  const begin = (
    <Link to="/sources/$id/import" params={{ id: source.id }}>
      {t('imports.begin')}
    </Link>
  );
  return (
    <Card title={t('imports.title')} help={t('imports.help')} side={<><IconUpload size={14} aria-hidden /> {begin}</>}>
      <Answered query={all}>
        {(list) => {
          const own = list.filter((job) => job.source === source.id);
          return own.length === 0 ? (
            <Empty title={t('imports.none')} text={t('imports.noneMore')} action={begin} />
          ) : (
            <ul>
              {own.map((job) => (
                <li key={job.id} className={ui.row}>
                  <div style={{ minWidth: 0, flex: 1 }}>
                    {job.name}
                    <div className="small muted">
                      {moment(job.createdAt)} · {t('imports.counts', { rows: num(job.rows), accepted: num(job.accepted), bad: num(job.rejected + job.quarantined) })}
                      {job.rehearsal && ` · ${t('imports.rehearsal')}`}
                    </div>
                    {job.state === 'running' && <Progress value={(100 * job.readBytes) / job.bytes} size="sm" mt={4} aria-label={t('imports.progress')} />}
                  </div>
                  {job.state === 'done' && !job.rehearsal && (
                    <Button size="xs" variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate(job.id)}>
                      {t('imports.undo')}
                    </Button>
                  )}
                  <Tag tone={TONES[job.state]}>{t(`imports.state.${job.state}`)}</Tag>
                </li>
              ))}
            </ul>
          );
        }}
      </Answered>
    </Card>
  );
}
