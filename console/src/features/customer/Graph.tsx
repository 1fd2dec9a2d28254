import '@xyflow/react/dist/style.css';
import { useQuery } from '@tanstack/react-query';
import { Background, Handle, Position, ReactFlow, type Edge, type Node } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { explanation, type Identifier } from '../../api/people';
import { useWords } from '../../i18n';
import { IdentifierIcon } from '../../ui/Identifier';
import { Answered } from '../../ui/states';
import { radial } from './radial';
import s from './customer.module.css';

type Data = { identifier: Identifier; strong: boolean };
export const keyOf = ({ type, value }: Identifier) => `${type}:${value}`;

const IdentifierNode = memo(function IdentifierNode({ data }: { data: Data }) {
  return (
    <div className={s.node} data-strong={data.strong} title={keyOf(data.identifier)}>
      <Handle type="target" position={Position.Top} className={s.handle} isConnectable={false} />
      <IdentifierIcon type={data.identifier.type} size={13} />
      <span>{data.identifier.value}</span>
      <Handle type="source" position={Position.Top} className={s.handle} isConnectable={false} />
    </div>
  );
});
const kinds = { identifier: IdentifierNode };

/** What identifies this person, and what ties it together; the strongest is in the middle. */
export default function Graph({ who, large, chosen, onChoose }: { who: string; large?: boolean; chosen?: string; onChoose?: (link: string) => void }) {
  const { t } = useWords();
  const found = useQuery(explanation(who));
  return (
    <Answered query={found}>
      {(data) => <Drawn data={data} large={large ?? false} chosen={chosen} onChoose={onChoose} label={t('customer.graph')} />}
    </Answered>
  );
}

type Explained = { identifiers: Identifier[]; links: Link[]; spareLinks: Link[] };
export type Link = { between: Identifier[]; rule?: string };
export const linkKey = (link: { between: Identifier[] }) => link.between.map(keyOf).join(' — ');

function Drawn({ data, large, chosen, onChoose, label }: { data: Explained; large: boolean; chosen?: string; onChoose?: (link: string) => void; label: string }) {
  const { nodes, edges } = useMemo(() => {
    const many = data.identifiers.length > 9;
    const places = radial(data.identifiers.map(keyOf), data.links.map(({ between }) => [keyOf(between[0]!), keyOf(between[1]!)]), large ? (many ? 330 : 250) : many ? 250 : 180, large ? (many ? 230 : 165) : many ? 200 : 115);
    const nodes: Node<Data>[] = data.identifiers.map((identifier, i) => {
      const { x, y } = places.get(keyOf(identifier)) ?? { x: 0, y: 0 };
      return { id: keyOf(identifier), type: 'identifier', data: { identifier, strong: i === 0 }, position: { x, y }, origin: [0.5, 0.5], focusable: false };
    });
    const line = (link: Link, spare: boolean): Edge => {
      const id = linkKey(link);
      const steward = link.rule === 'steward';
      const tone = id === chosen ? 'var(--accent)' : steward ? 'var(--plum)' : 'var(--ink-3)';
      return {
        id, source: keyOf(link.between[0]!), target: keyOf(link.between[1]!), type: 'straight', focusable: false, interactionWidth: 18,
        style: { stroke: tone, strokeWidth: id === chosen ? 3 : 1.5, strokeDasharray: spare ? '4 4' : undefined, opacity: spare ? 0.6 : 1 },
      };
    };
    const here = new Set(nodes.map((node) => node.id));
    const edges = [...data.links.map((link) => line(link, false)), ...(large ? data.spareLinks.map((link) => line(link, true)) : [])].filter((edge) => here.has(edge.source) && here.has(edge.target));
    return { nodes, edges };
  }, [data, large, chosen]);
  return (
    <div className={large ? s.graphLarge : s.graph} role="img" aria-label={`${label}: ${data.identifiers.map(keyOf).join(', ')}`}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={kinds}
        fitView
        minZoom={0.2}
        maxZoom={1.4}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={onChoose !== undefined}
        zoomOnScroll={false}
        panOnDrag={large}
        preventScrolling={false}
        disableKeyboardA11y
        onEdgeClick={(_, edge) => onChoose?.(edge.id)}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={16} color="var(--line)" />
      </ReactFlow>
    </div>
  );
}
