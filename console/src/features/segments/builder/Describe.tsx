import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { IconSparkles, IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { parse, type Parsed, type Piece } from '../../../api/segments';
import type { Condition } from '../../../condition/model';
import { replaced } from '../../../condition/place';
import { useWords } from '../../../i18n';
import { Failure } from '../../../ui/states';
import { useSentence } from '../useSentence';
import s from './builder.module.css';

type Read = { text: string; parsed: Parsed };

/** Words become conditions; what was not understood is marked and left out. */
export function Describe({ use }: { use: (condition: Condition) => void }) {
  const { t, language } = useWords();
  const [text, setText] = useState('');
  const [read, setRead] = useState<Read>();
  const reading = useMutation({
    mutationFn: async (given: string): Promise<Read> => ({ text: given, parsed: await parse(given, language) }),
    onSuccess: (answer) => {
      setRead(answer);
      if (answer.parsed.condition) use(answer.parsed.condition);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') reading.mutate(text);
  };
  return (
    <>
      <form className={s.describe} onSubmit={submit} role="search" aria-label={t('builder.describe')}>
        <IconSparkles size={17} color="var(--accent)" aria-hidden style={{ flex: 'none' }} />
        <input value={text} onChange={(event) => setText(event.currentTarget.value)} aria-label={t('builder.describe')} placeholder={`${t('builder.describe')} — ${t('builder.describeHint')}`} maxLength={2_000} />
        <Button type="submit" variant="light" size="sm" loading={reading.isPending}>
          {t('builder.describeDo')}
        </Button>
      </form>
      {reading.isError && <Failure problem={reading.error} />}
      {read && (
        <Reading
          read={read}
          close={() => setRead(undefined)}
          choose={(path, other) => {
            if (!read.parsed.condition) return;
            const condition = replaced(read.parsed.condition, path, other);
            setRead({ ...read, parsed: { ...read.parsed, condition } });
            use(condition);
          }}
        />
      )}
    </>
  );
}

/** The text with each piece as it was taken, and what there is to say of some. */
function Reading({ read, choose, close }: { read: Read; choose: (path: string, other: Condition) => void; close: () => void }) {
  const { t } = useWords();
  const { sentence } = useSentence();
  const { text, parsed } = read;
  const pieces = [...parsed.pieces].sort((a, b) => a.from - b.from);
  const shown: { text: string; kind?: Piece['kind'] }[] = [];
  let at = 0;
  for (const piece of pieces) {
    // The same characters may stand for two places.
    if (piece.from < at) continue;
    if (piece.from > at) shown.push({ text: text.slice(at, piece.from) });
    shown.push({ text: text.slice(piece.from, piece.to), kind: piece.kind });
    at = piece.to;
  }
  if (at < text.length) shown.push({ text: text.slice(at) });
  const remarks = pieces.filter((piece) => piece.kind === 'not_understood' || piece.reason !== undefined || piece.corrected !== undefined || (piece.alternatives?.length ?? 0) > 0);
  return (
    <section className={s.reading} aria-label={t('parsed.title')} aria-live="polite">
      <div style={{ display: 'flex', gap: 8 }}>
        <div style={{ flex: 1, minWidth: 0 }}>
          {shown.map((piece, i) => (
            <span key={i} className={s.piece} data-kind={piece.kind}>
              {piece.text}
              {piece.kind === 'not_understood' && <span className="visually-hidden"> ({t('parsed.legendNot')})</span>}
              {piece.kind === 'ambiguous' && <span className="visually-hidden"> ({t('parsed.legendAmbiguous')})</span>}
            </span>
          ))}
        </div>
        <button type="button" className={s.x} aria-label={t('close')} onClick={close}>
          <IconX size={14} aria-hidden />
        </button>
      </div>
      <p className="muted">{t(parsed.condition === undefined ? 'parsed.nothing' : pieces.some(({ kind }) => kind === 'not_understood') ? 'parsed.some' : remarks.length === 0 ? 'parsed.all' : 'parsed.title')}</p>
      {remarks.length > 0 && (
        <ul className={s.notes}>
          {remarks.map((piece, i) => (
            <li key={i}>
              <b>“{text.slice(piece.from, piece.to)}”</b>
              <span className="muted">{[piece.corrected === undefined ? '' : t('parsed.corrected', { word: piece.corrected }), piece.reason === undefined ? '' : t(`parsed.reasons.${piece.reason}`, { defaultValue: piece.reason })].filter((said) => said !== '').join(' · ')}</span>
              {piece.path !== undefined &&
                piece.alternatives?.map((other, j) => (
                  <Button key={j} size="compact-xs" variant="default" onClick={() => choose(piece.path!, other)}>
                    {sentence.text(other)}
                  </Button>
                ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
