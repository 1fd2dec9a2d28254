import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { explanation, type Identifier } from '../../api/people';
import { useWords } from '../../i18n';
import { useTypeName } from '../../ui/Identifier';
import { Answered } from '../../ui/states';
import { radial } from './radial';
import s from './customer.module.css';

export const keyOf = ({ type, value }: Identifier) => `${type}:${value}`;
export type Link = { between: Identifier[]; rule?: string };
export const linkKey = (link: { between: Identifier[] }) => link.between.map(keyOf).join(' — ');

/** What identifies this person, and what ties it together; the strongest is in the middle. */
export default function Graph({ who, large, chosen, onChoose }: { who: string; large?: boolean; chosen?: string; onChoose?: (link: string) => void }) {
  const found = useQuery(explanation(who));
  return <Answered query={found}>{(data) => <Drawn data={data} large={large ?? false} chosen={chosen} onChoose={onChoose} />}</Answered>;
}

const WIDTH = 168;
const HEIGHT = 44;
const MANY = 8;
const short = (text: string, longest: number) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

type Explained = { identifiers: Identifier[]; links: Link[]; spareLinks: Link[] };

function Drawn({ data, large, chosen, onChoose }: { data: Explained; large: boolean; chosen?: string; onChoose?: (link: string) => void }) {
  const { t } = useWords();
  const type = useTypeName();
  const many = data.identifiers.length > MANY;
  const { places, box } = useMemo(() => {
    const spots = radial(data.identifiers.map(keyOf), data.links.map(({ between }) => [keyOf(between[0]!), keyOf(between[1]!)]), large || many ? 280 : 200, large ? (many ? 240 : 170) : many ? 220 : 150);
    const xs = [...spots.values()].map(({ x }) => x);
    const ys = [...spots.values()].map(({ y }) => y);
    const left = Math.min(0, ...xs) - WIDTH / 2 - 12;
    const top = Math.min(0, ...ys) - HEIGHT / 2 - 12;
    return { places: spots, box: { left, top, width: Math.max(0, ...xs) + WIDTH / 2 + 12 - left, height: Math.max(0, ...ys) + HEIGHT / 2 + 12 - top } };
  }, [data, large, many]);
  const lines = [...(large ? data.spareLinks.map((link) => ({ link, spare: true })) : []), ...data.links.map((link) => ({ link, spare: false }))]
    .map(({ link, spare }) => ({ id: linkKey(link), link, spare, a: places.get(keyOf(link.between[0]!)), b: places.get(keyOf(link.between[1]!)) }))
    .filter((line) => line.a && line.b);
  return (
    <div className={large ? s.graphLarge : s.graph} tabIndex={0} role="region" aria-label={t('customer.graph')}>
      <svg viewBox={`${box.left} ${box.top} ${box.width} ${box.height}`} role="img" aria-label={data.identifiers.map((each) => `${type(each.type)} ${each.value}`).join(', ')} style={{ minWidth: large ? Math.min(box.width * 0.7, 1_400) : undefined }}>
        {lines.map(({ id, link, spare, a, b }) => (
          <g key={id} className={s.edge} data-chosen={id === chosen} data-spare={spare} data-steward={link.rule === 'steward'} onClick={onChoose && !spare ? () => onChoose(id) : undefined}>
            <line x1={a!.x} y1={a!.y} x2={b!.x} y2={b!.y} className={s.hit} />
            <line x1={a!.x} y1={a!.y} x2={b!.x} y2={b!.y} className={s.line} />
          </g>
        ))}
        {data.identifiers.map((identifier, i) => {
          const { x, y } = places.get(keyOf(identifier)) ?? { x: 0, y: 0 };
          return (
            <g key={keyOf(identifier)} className={s.node} data-strong={i === 0} transform={`translate(${x} ${y})`}>
              <title>{keyOf(identifier)}</title>
              <rect x={-WIDTH / 2} y={-HEIGHT / 2} width={WIDTH} height={HEIGHT} rx={i === 0 ? HEIGHT / 2 : 10} />
              <text textAnchor="middle" y={-4} className={s.kind}>
                {type(identifier.type)}
              </text>
              <text textAnchor="middle" y={13}>
                {short(identifier.value, large ? 20 : 17)}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
