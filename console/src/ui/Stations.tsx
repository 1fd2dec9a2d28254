import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, ask } from '../api/client';
import { useWords } from '../i18n';
import { Tag } from './layout';
import { Answered } from './states';

const trace = (messageId: string) =>
  queryOptions({ queryKey: ['trace', messageId], queryFn: () => ask(api.GET('/api/v1/trace/{messageId}', { params: { path: { messageId } } })) });

const TONES = { accepted: 'ok', duplicate: 'sky', quarantined: 'warn', dropped: 'bad' } as const;

/** An event's way, station by station. */
export function Stations({ messageId, source }: { messageId: string; source: string }) {
  const { t, clockFull } = useWords();
  const found = useQuery(trace(messageId));
  return (
    <Answered query={found} rows={1}>
      {(data) => (
        <ol style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }} aria-label={t('event.way')}>
          {data.events
            .filter((event) => event.source === source)
            .flatMap((event, i) =>
              event.stations.map((station, j) => (
                <li key={`${i} ${j}`}>
                  <Tag tone={TONES[station.result as keyof typeof TONES] ?? 'accent'}>
                    {t(`stations.${station.result ?? station.name}`, { defaultValue: station.result ?? station.name })}
                    {station.at ? ` ${clockFull(station.at)}` : ''}
                  </Tag>
                </li>
              )),
            )}
        </ol>
      )}
    </Answered>
  );
}
