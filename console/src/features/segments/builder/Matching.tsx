import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { whyOf, type Preview, type Sample } from '../../../api/segments';
import type { Condition } from '../../../condition/model';
import { useWords } from '../../../i18n';
import { Card, Help } from '../../../ui/layout';
import { Answered, Failure, Loading } from '../../../ui/states';
import ui from '../../../ui/ui.module.css';
import { ReasonTree } from '../ReasonTree';
import s from './builder.module.css';

/** How many people the condition holds for, just now. */
export function Matching({ found, counting, problem, gaps, again }: { found: Preview | undefined; counting: boolean; problem: unknown; gaps: number; again: () => void }) {
  const { t, num, share, clockFull } = useWords();
  return (
    <section className={ui.card}>
      <div className={s.pad}>
        <h2 className={s.label}>
          {t('builder.matching')}
          <Help text={t('builder.matchingHelp')} />
        </h2>
        <div className={`${s.big} num`} data-stale={counting} data-counting={counting} aria-live="polite" aria-busy={counting} aria-atomic>
          {found ? num(found.count) : '–'}
        </div>
        {found && (
          <>
            <div className={s.share} aria-hidden>
              <i style={{ width: `${found.of === 0 ? 0 : (100 * found.count) / found.of}%` }} />
            </div>
            <p className={`${s.note} num`}>
              {t('builder.matchingOf', { n: num(found.of), p: share(found.of === 0 ? 0 : found.count / found.of) })} · {counting ? t('builder.counting') : t('builder.took', { ms: num(found.tookMs) })}
            </p>
            <p className={`${s.note} num`}>{t('builder.asOf', { time: clockFull(found.asOf) })}</p>
            {!found.exact && <p className={s.note}>{t('builder.rough')}</p>}
          </>
        )}
        {gaps > 0 && <p className={s.note}>{t('builder.gaps', { n: num(gaps) })}</p>}
      </div>
      {problem ? <Failure problem={problem} again={again} /> : null}
    </section>
  );
}

/** A few of them, and why. */
export function Samples({ found, failed, condition }: { found: Preview | undefined; failed: boolean; condition: Condition | undefined }) {
  const { t } = useWords();
  return (
    <Card title={t('builder.sample')} help={t('builder.sampleHelp')}>
      {condition === undefined || (found && found.sample.length === 0) ? (
        <p className={`${ui.row} muted`}>{t(found?.reach && found.reach.matched > 0 ? 'reach.noSample' : 'builder.sampleNone')}</p>
      ) : found === undefined ? (
        failed ? <p className={`${ui.row} muted`}>–</p> : <Loading rows={3} />
      ) : (
        <ul>
          {found.sample.map((person) => (
            <li key={person.id} className={s.person}>
              <One person={person} condition={condition} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** How a person of a sample is called. */
export function calledSample(person: Sample): string {
  const value = (identifier: string | undefined) => identifier?.slice(identifier.indexOf(':') + 1);
  return person.name ?? value(['email:', 'phone:', 'user_id:'].map((type) => person.identifiers.find((each) => each.startsWith(type))).find((each) => each !== undefined)) ?? value(person.identifiers[0]) ?? person.id;
}

function One({ person, condition }: { person: Sample; condition: Condition }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const why = useQuery({ ...whyOf(condition, person.id), enabled: open });
  const name = calledSample(person);
  return (
    <>
      <div className={s.personHead}>
        <span className={s.face} aria-hidden>
          {[...name][0]}
        </span>
        <Link to="/c/$who" params={{ who: person.identifiers[0] ?? person.id }} preload={false}>
          {name}
        </Link>
        <Button style={{ marginLeft: 'auto', flex: 'none' }} variant="subtle" size="compact-xs" aria-expanded={open} aria-label={`${name}: ${t('builder.why')}`} onClick={() => setOpen(!open)}>
          {t('builder.why')}
        </Button>
      </div>
      {open && (
        <div style={{ paddingTop: 8 }}>
          <Answered query={why} rows={2}>
            {(reason) => <ReasonTree reason={reason} />}
          </Answered>
        </div>
      )}
    </>
  );
}
