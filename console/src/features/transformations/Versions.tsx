import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { transformationsVersion, transformationsVersions, type Changing } from '../../api/transformations';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { Answered } from '../../ui/states';
import { changes, shown } from '../quality/changes';
import { Paged } from '../trust/Paged';
import d from '../trust/trust.module.css';

/** By their ids, so that an order or a place in a list is told as one change. */
const named = ({ transformations, tables = {} }: Changing) => ({ order: transformations.map(({ id }) => id).join(' → '), ...Object.fromEntries(transformations.map((each) => [each.id, each])), ...(Object.keys(tables).length > 0 ? { tables } : {}) });

/** Who saved which version, when and why. */
function Saved() {
  const { t, num, moment } = useWords();
  const found = useInfiniteQuery(transformationsVersions);
  return (
    <Paged query={found} of={({ versions }) => versions} rows={2} none={null}>
      {(all) => (
        <ul>
          {all.map(({ version, author, savedAt, reason }) => (
            <li key={version} className={d.item}>
              <div className={d.line}>
                <div className={d.what}>
                  <div className={d.name}>{t('drafts.version', { n: num(version) })}</div>
                  {reason && <div className="small">{reason}</div>}
                  <div className="small muted">{[savedAt && moment(savedAt), author].filter(Boolean).join(' · ')}</div>
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Paged>
  );
}

/** What other versions said, and the way back to one. */
export default function Versions({ version, saved, use }: { version: number; saved: Changing; use: (older: Changing) => void }) {
  const { t, num } = useWords();
  const [chosen, choose] = useState(Math.max(1, version - 1));
  const older = version > 1 ? Math.min(chosen, version - 1) : undefined;
  const found = useQuery({ ...transformationsVersion(older ?? 0), enabled: older !== undefined });
  return (
    <Card title={t('drafts.versions')} help={t('drafts.versionsHelp')}>
      {version > 0 && <Saved />}
      {older === undefined ? (
        <p className={`${d.pad} small muted`}>{t(version === 0 ? 'changes.noVersion' : 'changes.firstVersion')}</p>
      ) : (
        <div className={d.pad}>
          <NativeSelect size="xs" label={t('drafts.compareWith')} value={String(older)} data={Array.from({ length: Math.min(200, version - 1) }, (_, i) => version - 1 - i).map((each) => ({ value: String(each), label: t('drafts.version', { n: num(each) }) }))} onChange={(event) => choose(Number(event.currentTarget.value))} />
          <Answered query={found} rows={2}>
            {({ version: _version, ...was }) => {
              const differ = changes(named(was), named(saved)).slice(0, 40);
              return (
                <>
                  {differ.length === 0 ? (
                    <p className="small muted">{t('drafts.same')}</p>
                  ) : (
                    <ul style={{ display: 'grid', gap: 6 }} aria-label={t('changes.since', { n: num(older) })}>
                      {differ.map(({ path, before, after }) => (
                        <li key={path} className={d.wording}>
                          <div className="mono">{path.split('/').slice(1).join(' › ')}</div>
                          {before !== undefined && (
                            <div>
                              <span className="visually-hidden">{t('drafts.before')} </span>
                              <del className="mono">{shown(before)}</del>
                            </div>
                          )}
                          {after !== undefined && (
                            <div className="mono">
                              <span className="visually-hidden">{t('drafts.after')} </span>
                              {shown(after)}
                            </div>
                          )}
                        </li>
                      ))}
                    </ul>
                  )}
                  <div>
                    <Button size="xs" variant="default" onClick={() => use(was)}>
                      {t('changes.goBack', { n: num(older) })}
                    </Button>
                  </div>
                </>
              );
            }}
          </Answered>
        </div>
      )}
    </Card>
  );
}
