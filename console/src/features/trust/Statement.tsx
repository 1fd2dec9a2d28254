import { IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { receiptOf, type Entry, type Said } from '../../api/trust';
import { useSourceName } from '../../api/sources';
import { useWords } from '../../i18n';
import { Tag } from '../../ui/layout';
import ui from '../../ui/ui.module.css';
import { languageName, usePurposeName } from './names';
import s from './trust.module.css';

const TONES = { granted: 'ok', withdrawn: 'bad', refused: 'warn' } as const;

/** @param decides whether it is what a purpose rests on just now; @param owner whether to say whose it is */
export function Statement({ entry, decides = false, owner = false }: { entry: Entry; decides?: boolean; owner?: boolean }) {
  const { t, moment, num, language } = useWords();
  const name = usePurposeName();
  const source = useSourceName();
  const [open, setOpen] = useState(false);
  const { said } = entry;
  const number = <span className="small muted num">{t('ledger.number', { n: num(entry.number) })}</span>;
  if (!said || entry.kind === 'erasure') {
    return (
      <li className={s.item}>
        <div className={s.line}>
          <div className={s.what}>
            <div className={s.name}>{t(entry.kind === 'erasure' ? 'ledger.erasure' : 'ledger.gone')}</div>
            <div className="small muted">{moment(entry.recordedAt)}</div>
          </div>
          <span className={s.side}>{number}</span>
        </div>
      </li>
    );
  }
  const about = name(said.purpose);
  const wording = said.wording?.version ? t('ledger.wording', { n: said.wording.version, language: said.wording.language ? languageName(said.wording.language, language) : '–' }) : t('ledger.noWording');
  const whose = said.identifiers[0];
  return (
    <li className={s.item}>
      <div className={s.line}>
        <Tag tone={TONES[said.decision]}>{t(`decisions.${said.decision}`)}</Tag>
        <div className={s.what}>
          <div className={s.name}>{about}</div>
          <div className="small muted">{[moment(said.time), said.channel ? t(`channels.${said.channel}`, { defaultValue: said.channel }) : '', wording, source(said.source)].filter((part) => part !== '').join(' · ')}</div>
          {owner && whose !== undefined && (
            <Link className="small" to="/c/$who" params={{ who: whose }} search={{ tab: 'consents' }} preload={false}>
              {whose.slice(whose.indexOf(':') + 1)}
            </Link>
          )}
        </div>
        <span className={s.side}>
          {decides && <Tag tone="accent">{t('standing.decides')}</Tag>}
          {number}
          <button type="button" className={ui.textButton} aria-expanded={open} aria-label={`${about} ${t('ledger.number', { n: num(entry.number) })}: ${t('ledger.detail')}`} onClick={() => setOpen(!open)}>
            {t('ledger.detail')}
          </button>
        </span>
      </div>
      {open && <Evidence entry={entry} said={said} wording={wording} />}
    </li>
  );
}

/** All that the ledger keeps of a statement, and its receipt. */
function Evidence({ entry, said, wording }: { entry: Entry; said: Said; wording: string }) {
  const { t, moment, num } = useWords();
  const source = useSourceName();
  const rows: [string, string | undefined][] = [
    ['who', said.identifiers.join(', ')],
    ['statedAs', said.statedAs],
    ['time', moment(said.time)],
    ['receivedAt', moment(said.receivedAt)],
    ['expiresAt', said.expiresAt && moment(said.expiresAt)],
    ['channel', said.channel && t(`channels.${said.channel}`, { defaultValue: said.channel })],
    ['source', source(said.source)],
    ['actor', said.actor],
    ['guardian', said.guardian && [said.guardian.name, said.guardian.relation, said.guardian.contact, said.guardian.method].filter(Boolean).join(' · ')],
    ['words', wording],
    ['wordsHash', said.wording?.hash],
    ['definition', said.definition && t('purpose.version', { n: num(said.definition.version) })],
    ['ip', said.evidence?.ip],
    ['userAgent', said.evidence?.userAgent],
    ['page', said.evidence?.page],
    ['messageId', said.evidence?.messageId],
    ['link', entry.link],
  ];
  const machine = new Set(['wordsHash', 'messageId', 'link', 'who', 'ip']);
  return (
    <div className={s.detail}>
      <dl className={s.facts}>
        {rows.map(([row, value]) =>
          value === undefined || value === '' ? null : (
            <div key={row} style={{ display: 'contents' }}>
              <dt>{t(`ledger.fields.${row}`)}</dt>
              <dd className={machine.has(row) ? 'mono' : undefined}>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {said.repeated && <p className="small muted">{t('ledger.repeated')}</p>}
      <div className={s.buttons}>
        <a className={`${ui.chip} ${s.link}`} href={receiptOf(entry.number)} download={`receipt-${entry.number}.json`}>
          <IconDownload size={14} aria-hidden />
          <span>{t('ledger.receipt')}</span>
        </a>
        <span className="small muted">{t('ledger.receiptHint')}</span>
      </div>
    </div>
  );
}
