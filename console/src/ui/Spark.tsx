/** Bars of equal width, for a glance. */
export function Bars({ data, height, label }: { data: number[]; height: number; label: string }) {
  const most = Math.max(1, ...data);
  const width = 100 / Math.max(1, data.length);
  return (
    <svg role="img" aria-label={label} width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
      {data.map((value, i) => (
        <rect key={i} x={i * width} width={width * 0.72} y={height - (value / most) * height} height={Math.max(value > 0 ? 1.5 : 0.6, (value / most) * height)} fill={value > 0 ? 'var(--accent)' : 'var(--line-2)'} />
      ))}
    </svg>
  );
}
/** A line over an area, for a glance. */
export function Area({ data, height, label }: { data: number[]; height: number; label: string }) {
  const most = Math.max(1, ...data);
  const y = (value: number) => height - 3 - (value / most) * (height - 8);
  const points = data.map((value, i) => `${((i / Math.max(1, data.length - 1)) * 100).toFixed(2)},${y(value).toFixed(2)}`).join(' ');
  return (
    <svg role="img" aria-label={label} width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
      <polygon points={`0,${height} ${points} 100,${height}`} fill="var(--accent)" opacity=".1" />
      <polyline points={points} fill="none" stroke="var(--accent)" strokeWidth="2" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
