import { lazy, Suspense, useState } from 'react';
import type { Reach } from '../../api/trust';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { Loading } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import s from './segments.module.css';

const Reached = lazy(() => import('./Reach'));

/**
 * How many people can be reached for a purpose; what it needs is fetched when somebody asks.
 *
 * @param segment whose members are counted; or else `given` is what a preview has counted
 */
export function ReachCard({ segment, given, purpose, choose }: { segment?: string; given?: Reach; purpose: string | undefined; choose: (purpose: string | undefined) => void }) {
  const { t } = useWords();
  const [asked, ask] = useState(purpose !== undefined);
  return (
    <Card title={t('reach.title')} help={t('reach.help')}>
      {asked ? (
        <Suspense fallback={<Loading rows={2} />}>
          <Reached segment={segment} given={given} purpose={purpose} choose={choose} />
        </Suspense>
      ) : (
        <div className={s.reach}>
          <p className="small muted">{t('reach.ask')}</p>
          <button type="button" className={ui.textButton} style={{ justifySelf: 'start' }} onClick={() => ask(true)}>
            {t('reach.choose')}
          </button>
        </div>
      )}
    </Card>
  );
}
