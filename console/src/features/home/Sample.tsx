import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import { imports, sampleSource } from '../../api/imports';
import { learn, useWords } from '../../i18n';
import { Card, ToneIcon } from '../../ui/layout';
import { Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import ui from '../../ui/ui.module.css';

/** The sample's own code, with the words of what may go wrong with a file. */
const deeds = async () => (await Promise.all([import('./sample'), learn('sources')]))[0];

/** A shop to look around in, in one click; and the way to be rid of it again. */
export default function Sample({ empty }: { empty: boolean }) {
  const { t } = useWords();
  const client = useQueryClient();
  const { data: known } = useQuery(imports);
  const [share, setShare] = useState(0);
  const make = useMutation({
    mutationFn: async () => (await deeds()).makeSample(t('sample.source'), setShare),
    onSettled: () => client.invalidateQueries(),
  });
  const remove = useMutation({
    mutationFn: async (source: string) => (await deeds()).removeSample(source),
    onSuccess: async () => {
      done(t('sample.removed'));
      await client.invalidateQueries();
    },
  });
  const source = known && sampleSource(known);
  if (!known || (source === undefined && !empty && !make.isPending)) return null;
  return (
    <Card>
      <div className={ui.row} style={{ flexWrap: 'wrap' }}>
        <ToneIcon tone="plum">
          <IconFlask size={16} stroke={1.8} />
        </ToneIcon>
        <div style={{ flex: '1 1 260px', minWidth: 0 }}>
          <b>{t(source ? 'sample.on' : 'sample.title')}</b>
          <div className="small muted">{t(source ? 'sample.onMore' : 'sample.more')}</div>
        </div>
        {source && !make.isPending ? (
          <Button variant="default" size="xs" loading={remove.isPending} onClick={() => remove.mutate(source)}>
            {t('sample.remove')}
          </Button>
        ) : (
          <Button variant="light" size="xs" loading={make.isPending} onClick={() => make.mutate()}>
            {t('sample.make')}
          </Button>
        )}
      </div>
      {make.isPending && <Progress value={Math.max(4, share * 100)} size="sm" mx={16} mb={12} aria-label={t('sample.make')} />}
      {(make.isError || remove.isError) && <Failure problem={make.error ?? remove.error} />}
    </Card>
  );
}
