import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { tryEnricher, type Draft } from '../../api/enrichers';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { Failure } from '../../ui/states';
import d from '../trust/trust.module.css';

const Shown = lazy(() => import('./Shown').then((part) => ({ default: part.Shown })));

/** What a draft would ask about the latest event that it wants; and, on demand, the answer. */
export function Preview({ id, draft, ready }: { id: string; draft: Draft; ready: boolean }) {
  const { t } = useWords();
  const trying = useMutation({ mutationFn: (send: boolean) => tryEnricher(id, draft, send) });
  return (
    <Card title={t('enrichers.preview')} help={t('enrichers.previewHelp')}>
      <div className={d.pad}>
        <div className={d.buttons}>
          <Button size="xs" variant="default" disabled={!ready} loading={trying.isPending && !trying.variables} onClick={() => trying.mutate(false)}>
            {t('enrichers.show')}
          </Button>
          <Button size="xs" variant="default" disabled={!ready} loading={trying.isPending && trying.variables} onClick={() => trying.mutate(true)}>
            {t('enrichers.send')}
          </Button>
        </div>
        <p className="small muted">{t(ready ? 'enrichers.sendHint' : 'enrichers.notReady')}</p>
        {trying.isError && <Failure problem={trying.error} />}
        {trying.data && (
          <Suspense>
            <Shown of={trying.data} />
          </Suspense>
        )}
      </div>
    </Card>
  );
}
