import { useRef } from 'react';
import { OFFERED, type Offered } from '../../../condition/model';
import { add } from '../../../condition/tree';
import { useWords } from '../../../i18n';
import ui from '../../../ui/ui.module.css';
import { ToneIcon } from '../../../ui/layout';
import { useBuilding } from './context';
import { useDraggable } from './drag';
import { LOOKS } from './kinds';
import { made } from './Tree';
import s from './builder.module.css';

/** What conditions there are, to drag or to press. */
export function Kinds() {
  const { t } = useWords();
  return (
    <section className={`${ui.card} ${s.kinds}`}>
      <h2 className={ui.cardTitle}>{t('builder.palette')}</h2>
      <p className={s.hint}>{t('builder.paletteHint')}</p>
      {OFFERED.map((kind) => (
        <One key={kind} kind={kind} />
      ))}
    </section>
  );
}

function One({ kind }: { kind: Offered }) {
  const { t } = useWords();
  const { root, tree } = useBuilding();
  const button = useRef<HTMLButtonElement>(null);
  useDraggable(button, { make: kind });
  const Icon = LOOKS[kind].icon;
  return (
    <button ref={button} type="button" className={s.one} onClick={() => tree((now) => add(now, root.id, now.of.length, made(kind)))}>
      <ToneIcon tone={LOOKS[kind].tone}>
        <Icon size={15} stroke={1.8} />
      </ToneIcon>
      {t(`builder.kind.${kind}`)}
    </button>
  );
}
