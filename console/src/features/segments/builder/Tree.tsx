import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { blank, FORMS, OFFERED, QUANTIFIERS, type Form, type Offered, type Quantifier } from '../../../condition/model';
import { add, find, fresh, isGroup, move, quantify, reform, type GroupNode, type Node } from '../../../condition/tree';
import { useWords } from '../../../i18n';
import { MenuButton } from '../../../ui/MenuButton';
import { useBuilding } from './context';
import { useDrop, type Dragged } from './drag';
import { LOOKS } from './kinds';
import { Grip } from './Grip';
import { Row } from './Row';
import s from './builder.module.css';

/** A new condition of a kind, as a node. */
export const made = (kind: Offered): Node => (kind === 'members' ? { id: fresh(), form: 'all', of: [], members: 'any' } : { id: fresh(), leaf: blank(kind) });

/** Puts what was dropped at a place. */
export const drop = (root: GroupNode, dragged: Dragged, parent: string, index: number): GroupNode =>
  'make' in dragged ? add(root, parent, index, made(dragged.make)) : move(root, dragged.id, parent, index);

/** Whether it can be put there: nothing goes into itself. */
export const fits = (root: GroupNode, dragged: Dragged, parent: string): boolean => {
  if ('make' in dragged) return true;
  const node = find(root, dragged.id)?.node;
  return node !== undefined && !(isGroup(node) && find(node, parent) !== undefined);
};

/** A group: how its parts are joined, and each of them in a row. */
export function Group({ group, depth }: { group: GroupNode; depth: number }) {
  const { t, num } = useWords();
  const { root, tree, announce, count } = useBuilding();
  const n = count(group.id);
  const box = useRef<HTMLDivElement>(null);
  const over = useDrop(box, (dragged) => fits(root, dragged, group.id), (dragged) => tree((now) => drop(now, dragged, group.id, group.of.length)));
  const named = group.members ? t('builder.membersGroup', { members: t(`builder.members.${group.members}`), form: t(`forms.${group.form}`) }) : t('builder.group', { form: t(`forms.${group.form}`) });
  const between = t(group.form === 'all' ? 'builder.and' : group.form === 'any' ? 'builder.or' : 'builder.nor');
  const insert = (node: Node) => {
    tree((now) => add(now, group.id, group.of.length, node));
    announce(t('builder.moved', { place: group.of.length + 1, of: group.of.length + 1 }));
  };
  return (
    <div ref={box} className={depth === 0 ? s.root : s.group} role="group" aria-label={named} data-members={group.members !== undefined} data-over={over !== undefined}>
      <div className={s.groupHead}>
        {group.members && (
          <label className={s.members}>
            <LOOKS.members.icon size={15} stroke={1.8} color={`var(--${LOOKS.members.tone})`} aria-hidden />
            {t('builder.ofAccount')}
            <NativeSelect size="xs" aria-label={t('builder.quantifier')} data={QUANTIFIERS.map((value) => ({ value, label: t(`builder.members.${value}`) }))} value={group.members} onChange={(event) => {
              const members = event.currentTarget.value as Quantifier;
              tree((now) => quantify(now, group.id, members));
            }} />
          </label>
        )}
        <SegmentedControl size="xs" aria-label={t('builder.form')} data={FORMS.map((form) => ({ value: form, label: t(`forms.${form}`) }))} value={group.form} onChange={(form) => tree((now) => reform(now, group.id, form as Form))} />
        {depth > 0 && n !== undefined && <span className={`${s.note} num`} role="img" aria-label={t('builder.nodeCount', { n: num(n) })}>{t('people', { n: num(n) })}</span>}
        {depth > 0 && <Grip node={group} text={named} />}
      </div>
      {group.of.length === 0 && <p className={s.hollow}>{t(depth === 0 ? 'builder.emptyMore' : group.members ? 'builder.emptyMembers' : 'builder.emptyGroup')}</p>}
      <ul>
        {group.of.map((node, i) => (
          <li key={node.id}>
            {i > 0 && <div className={s.joiner}>{between}</div>}
            {isGroup(node) ? <Group group={node} depth={depth + 1} /> : <Row node={node} parent={group.id} index={i} />}
          </li>
        ))}
      </ul>
      <div className={s.add}>
        <MenuButton
          button={(props) => (
            <Button {...props} variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />}>
              {t('builder.add')}
            </Button>
          )}
          items={OFFERED.map((kind) => {
            const Icon = LOOKS[kind].icon;
            return { key: kind, label: t(`builder.kind.${kind}`), icon: <Icon size={15} stroke={1.8} color={`var(--${LOOKS[kind].tone})`} aria-hidden />, onClick: () => insert(made(kind)) };
          })}
        />
        <Button variant="subtle" size="xs" onClick={() => insert({ id: fresh(), form: group.form === 'any' ? 'all' : 'any', of: [] })}>
          {t('builder.addGroup')}
        </Button>
      </div>
    </div>
  );
}
