import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { correctionsOf, takeBack, type Correction } from '../../api/decisions';
import { learn, useWords } from '../../i18n';
import { Card, Tag, type Tone } from '../../ui/layout';
import { Answered, Failure } from '../../ui/states';
import { done } from '../../ui/toast';
import ui from '../../ui/ui.module.css';
import { ReasonField } from '../statutory/ReasonField';
import d from '../trust/trust.module.css';
import { CorrectForm, useRenewed } from './CorrectForm';
import { shown } from './values';

await learn('deciding');

const TONES: Record<Correction['state'], Tone> = { 'in-force': 'ok', superseded: 'sky', undone: 'plum', lost: 'bad' };

/** A customer's traits put right: what was, and the way to do it. */
export default function Correcting({ who }: { who: string }) {
  const { t } = useWords();
  const found = useQuery(correctionsOf(who));
  const [making, make] = useState(false);
  return (
    <Card title={t('corrections.ofCustomer')} help={t('corrections.ofCustomerHelp')}>
      <Answered query={found} rows={2}>
        {(all) => (all.length === 0 ? <p className={`${d.pad} small muted`}>{t('corrections.noneYet')}</p> : <Corrections who={who} all={all} />)}
      </Answered>
      {making ? (
        <CorrectForm who={who} over={() => make(false)} />
      ) : (
        <div className={d.pad}>
          <div>
            <Button variant="default" onClick={() => make(true)}>
              {t('corrections.make')}
            </Button>
          </div>
        </div>
      )}
    </Card>
  );
}

export function Corrections({ who, all }: { who: string; all: Correction[] }) {
  const { t } = useWords();
  return (
    <ul aria-label={t('corrections.ofCustomer')}>
      {all.map((each) => (
        <One key={each.id} who={who} correction={each} />
      ))}
    </ul>
  );
}

function One({ who, correction }: { who: string; correction: Correction }) {
  const { t, moment } = useWords();
  const renew = useRenewed(who);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const taking = useMutation({
    mutationFn: () => takeBack(who, correction.id, reason.trim()),
    onSuccess: async () => {
      await renew();
      setOpen(false);
      done(t('corrections.undone'));
    },
  });
  const { trait, state, value } = correction;
  return (
    <li className={d.item}>
      <div className={d.line}>
        <div className={d.what}>
          <div className={d.name}>
            {t(`traits.${trait}`, { defaultValue: trait })} → {value === undefined || value === null ? t('corrections.empty') : shown(value)}
          </div>
          <div className="small">{correction.reason}</div>
          <div className="small muted">{[moment(correction.at), correction.author, correction.request].filter(Boolean).join(' · ')}</div>
          {correction.undoneAt && <div className="small muted">{[t('corrections.undoneAt', { time: moment(correction.undoneAt) }), correction.undoneBy, correction.undoneReason].filter(Boolean).join(' · ')}</div>}
        </div>
        <span className={d.side}>
          <Tag tone={TONES[state]}>{t(`corrections.states.${state}`)}</Tag>
          {(state === 'in-force' || state === 'superseded') && (
            <button type="button" className={ui.textButton} aria-expanded={open} aria-label={`${trait}: ${t('corrections.undo')}`} onClick={() => setOpen(!open)}>
              {t('corrections.undo')}
            </button>
          )}
        </span>
      </div>
      {open && (
        <div className={d.detail}>
          <ReasonField description={t('corrections.undoHint')} value={reason} set={setReason} label={t('corrections.undoNow')} busy={taking.isPending} go={() => taking.mutate()} />
          {taking.isError && <Failure problem={taking.error} />}
        </div>
      )}
    </li>
  );
}
