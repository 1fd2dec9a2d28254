import { IconPlus, IconX } from '@tabler/icons-react';
import { lazy, memo, Suspense, useEffect, useRef, useState } from 'react';
import type { Leaf } from '../../../condition/model';
import { kindOf } from '../../../condition/model';
import { plain, type Part } from '../../../condition/sentence';
import { remove, say, type LeafNode } from '../../../condition/tree';
import { useWords } from '../../../i18n';
import type { Trigger } from '../../../ui/MenuButton';
import { useBuilding } from './context';
import { useDraggable, useDrop } from './drag';
import { Grip } from './Grip';
import { LOOKS } from './kinds';
import { drop, fits } from './Tree';
import s from './builder.module.css';

const ChipEditor = lazy(() => import('./ChipEditor'));

/** One condition: a sentence of chips, with how many people it holds for. */
export const Row = memo(function Row({ node, parent, index }: { node: LeafNode; parent: string; index: number }) {
  const { t, num } = useWords();
  const { root, tree, rest, count, people, counting, faults, sentence, fresh } = useBuilding();
  const [open, setOpen] = useState<number>();
  const box = useRef<HTMLDivElement>(null);
  const grip = useRef<HTMLButtonElement>(null);
  const dragging = useDraggable(box, { id: node.id }, grip);
  const over = useDrop(box, (dragged) => fits(root, dragged, parent) && !('id' in dragged && dragged.id === node.id), (dragged, edge) => tree((now) => drop(now, dragged, parent, edge === 'above' ? index : index + 1)));
  const parts = sentence.of(node.leaf);
  const text = plain(parts);
  const n = count(node.id);
  const wrong = faults(node.id);
  const Icon = LOOKS[kindOf(node.leaf)].icon;

  // What was just put in begins with the question what it is about.
  const begin = fresh === node.id;
  useEffect(() => {
    if (begin) setOpen(parts.findIndex(({ gap }) => gap));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only once, when it is put in.
  }, [begin]);

  const change = (leaf: Leaf, slot: string) => tree((now) => say(now, node.id, leaf), `${node.id} ${slot}`);
  const close = () => {
    rest();
    setOpen(undefined);
  };
  return (
    <div ref={box} className={s.row} data-over={over} data-dragging={dragging} data-wrong={wrong.length > 0}>
      <Grip node={node} text={text} handle={grip} />
      <Icon size={16} stroke={1.8} color={`var(--${LOOKS[kindOf(node.leaf)].tone})`} aria-hidden className={s.kind} />
      <div className={s.sentence}>
        {parts.map((part, i) => (
          <Piece key={i} part={part} opened={open === i} toggle={() => (open === i ? close() : setOpen(i))} close={close} leaf={node.leaf} change={(leaf) => change(leaf, part.slot!)} />
        ))}
        <More
          leaf={node.leaf}
          add={(leaf, slot) => {
            tree((now) => say(now, node.id, leaf));
            setOpen(sentence.of(leaf).findIndex((part) => part.slot === slot));
          }}
        />
        {wrong.map((fault, i) => (
          <div key={i} className={s.fault} role="alert">
            {t(`reasons.${fault.code}`, { defaultValue: t(`notices.${fault.code}`, { defaultValue: fault.code }) })}
            {fault.found ? ` “${fault.found}”` : ''}
          </div>
        ))}
      </div>
      <div className={`${s.count} num`} data-stale={counting}>
        {n === undefined ? <span aria-hidden>–</span> : <span aria-label={t('builder.nodeCount', { n: num(n) })} role="img">{num(n)}</span>}
        <div className={s.bar} aria-hidden>
          <i style={{ width: `${n === undefined || people === 0 ? 0 : Math.max(n > 0 ? 3 : 0, (100 * n) / people)}%` }} />
        </div>
      </div>
      <button type="button" className={s.x} aria-label={t('builder.removeOf', { text })} onClick={() => tree((now) => remove(now, node.id))}>
        <IconX size={14} aria-hidden />
      </button>
    </div>
  );
});

/** Words, or a chip that opens the editor of its part. */
function Piece({ part, opened, toggle, close, leaf, change }: { part: Part; opened: boolean; toggle: () => void; close: () => void; leaf: Leaf; change: (leaf: Leaf) => void }) {
  const { t } = useWords();
  if (!part.slot) return <span>{part.text}</span>;
  const chip = (props: Trigger) => (
    <button {...props} type="button" className={s.chip} data-strong={part.strong} data-gap={part.gap} onClick={toggle} aria-label={t('builder.editPart', { text: part.text })}>
      {part.text}
    </button>
  );
  if (!opened) return chip({});
  return (
    <Suspense fallback={chip({})}>
      <ChipEditor chip={chip} label={t('builder.editPart', { text: part.text })} slot={part.slot} leaf={leaf} change={change} close={close} />
    </Suspense>
  );
}

/** What can be added to a condition: details of a behaviour, further steps. */
function More({ leaf, add }: { leaf: Leaf; add: (leaf: Leaf, slot: string) => void }) {
  const { t } = useWords();
  if ('event' in leaf && leaf.event !== '') {
    const where = leaf.where ?? [];
    return (
      <button type="button" className={s.plus} aria-label={t('builder.addWhere')} title={t('builder.addWhere')} onClick={() => add({ ...leaf, where: [...where, { property: '', operator: 'equals' }] }, `where.${where.length}`)}>
        <IconPlus size={13} aria-hidden />
      </button>
    );
  }
  if ('sequence' in leaf && !leaf.sequence.at(-1)?.not) {
    return (
      <button type="button" className={s.plus} aria-label={t('edit.addStep')} title={t('edit.addStep')} onClick={() => add({ ...leaf, sequence: [...leaf.sequence, { event: '', within: '1 day' }] }, `step.${leaf.sequence.length}.event`)}>
        <IconPlus size={13} aria-hidden />
      </button>
    );
  }
  return null;
}
