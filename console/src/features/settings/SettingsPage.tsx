import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { status } from '../../api/pulse';
import { rebuild, rebuilds } from '../../api/rules';
import { session } from '../../api/session';
import { speak, useWords, type Language } from '../../i18n';
import { Card, Figure, Figures, Page } from '../../ui/layout';
import { Answered, Failure } from '../../ui/states';
import ui from '../../ui/ui.module.css';
import { Found } from '../identity/Found';

export function SettingsPage() {
  const { t, language, moment, bytes, num } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const who = useQuery(session);
  const now = useQuery(status);
  const client = useQueryClient();
  const tasks = useQuery(rebuilds);
  const again = useMutation({ mutationFn: rebuild, onSuccess: () => client.invalidateQueries(rebuilds) });
  const latest = tasks.data?.[0];
  return (
    <Page title={t('settings.title')}>
      <Card title={t('settings.display')}>
        <div className={ui.row} style={{ flexWrap: 'wrap' }}>
          {t('settings.language')}
          <span className={ui.end}>
            <SegmentedControl aria-label={t('settings.language')} value={language} onChange={(value) => void speak(value as Language, true)} data={[{ value: 'ko', label: '한국어' }, { value: 'en', label: 'English' }]} />
          </span>
        </div>
        <div className={ui.row} style={{ flexWrap: 'wrap' }}>
          {t('settings.theme')}
          <span className={ui.end}>
            <SegmentedControl aria-label={t('settings.theme')} value={colorScheme} onChange={(value) => setColorScheme(value as 'auto' | 'light' | 'dark')} data={['auto', 'light', 'dark'].map((value) => ({ value, label: t(`settings.${value}`) }))} />
          </span>
        </div>
      </Card>
      <Card title={t('settings.session')} help={t('settings.sessionHelp')}>
        <Answered query={who} rows={2}>
          {(me) => (
            <div className={ui.row}>
              {t('signedInAs', { name: me.name })}
              {me.endsAt && <span className={`${ui.end} small muted`}>{t('settings.until', { time: moment(me.endsAt) })}</span>}
            </div>
          )}
        </Answered>
      </Card>
      <Card title={t('settings.server')}>
        <Answered query={now} rows={4}>
          {(data) => (
            <div style={{ padding: 16 }}>
              <Figures>
                <Figure label={t('settings.version')} value={data.version} help={t('settings.versionHelp')} note={t('settings.since', { time: moment(data.startedAt) })} />
                <Figure label={t('settings.log')} value={bytes(data.bytes['log'] ?? 0)} help={t('settings.logHelp')} />
                <Figure label={t('settings.state')} value={bytes(data.bytes['state'] ?? 0)} help={t('settings.stateHelp')} />
                <Figure label={t('settings.archive')} value={bytes(data.bytes['archive'] ?? 0)} help={t('settings.archiveHelp')} />
                <Figure label={t('settings.position')} value={num(Number(data.positions['decided'] ?? 0))} help={t('settings.positionHelp')} />
              </Figures>
            </div>
          )}
        </Answered>
      </Card>
      <Card title={t('settings.rebuild')} help={t('settings.rebuildHelp')}>
        <div className={ui.row} style={{ flexWrap: 'wrap' }}>
          <span className="small muted">{t('settings.rebuildMore')}</span>
          <span className={ui.end}>
            <Button variant="default" size="xs" loading={again.isPending} disabled={latest?.state === 'running'} onClick={() => again.mutate()}>
              {t('settings.rebuildNow')}
            </Button>
          </span>
        </div>
        {again.isError && <Failure problem={again.error} />}
      </Card>
      {latest && <Found task={latest} title={t('identityRules.rebuild')} />}
    </Page>
  );
}
