import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { history } from '../../api/segments';
import { useWords } from '../../i18n';
import { Card } from '../../ui/layout';
import { Answered, Empty } from '../../ui/states';
import { lately, type Day } from './days';
import s from './segments.module.css';

const DAYS = 30;

/** How many there were at each day's end, and how many came and went. */
export function History({ id }: { id: string }) {
  const { t } = useWords();
  const found = useQuery(history(id, 5_000));
  return (
    <Card title={t('segments.history')} help={t('segments.historyHelp')}>
      <Answered query={found} rows={4}>
        {(data) => (data.days.length === 0 ? <Empty title={t('segments.historyNone')} /> : <Chart days={lately(data, DAYS)} />)}
      </Answered>
    </Card>
  );
}

const WIDTH = 640;
const TOP = 130;
const FLOW = 44;

function Chart({ days }: { days: Day[] }) {
  const { t, num, date, compact } = useWords();
  const id = useId();
  const most = Math.max(1, ...days.map(({ size }) => size));
  const busiest = Math.max(1, ...days.flatMap(({ entered, left }) => [entered, left]));
  const step = WIDTH / days.length;
  const x = (i: number) => i * step + step / 2;
  const y = (size: number) => TOP - 4 - (size / most) * (TOP - 20);
  const line = days.map(({ size }, i) => `${x(i).toFixed(1)},${y(size).toFixed(1)}`).join(' ');
  const middle = TOP + 8 + FLOW / 2;
  const [first, last] = [days[0]!, days.at(-1)!];
  const sum = (key: 'entered' | 'left') => num(days.reduce((all, day) => all + day[key], 0));
  const text = t('segments.historyText', { from: date(first.day), to: date(last.day), first: num(first.size), last: num(last.size), entered: sum('entered'), left: sum('left') });
  return (
    <>
      <div className={s.chart}>
        <svg viewBox={`0 0 ${WIDTH} ${TOP + FLOW + 34}`} role="img" aria-labelledby={id}>
          <title id={id}>{text}</title>
          {[1, 0.5].map((part) => (
            <g key={part}>
              <line x1={0} x2={WIDTH} y1={y(most * part)} y2={y(most * part)} stroke="var(--line)" />
              <text x={0} y={y(most * part) - 4} className={s.axis}>
                {compact(Math.round(most * part))}
              </text>
            </g>
          ))}
          <polygon points={`${x(0)},${TOP} ${line} ${x(days.length - 1)},${TOP}`} fill="var(--accent)" opacity=".1" />
          <polyline points={line} fill="none" stroke="var(--accent)" strokeWidth="2" strokeLinejoin="round" />
          <circle cx={x(days.length - 1)} cy={y(last.size)} r="3.5" fill="var(--accent)" />
          <line x1={0} x2={WIDTH} y1={middle} y2={middle} stroke="var(--line-2)" />
          {days.map((day, i) => (
            <g key={day.day}>
              <rect x={x(i) - step * 0.3} width={step * 0.6} y={middle - (day.entered / busiest) * (FLOW / 2)} height={(day.entered / busiest) * (FLOW / 2)} rx="1.5" fill="var(--ok)" />
              <rect x={x(i) - step * 0.3} width={step * 0.6} y={middle} height={(day.left / busiest) * (FLOW / 2)} rx="1.5" fill="var(--bad)" />
              <rect x={i * step} width={step} y={0} height={TOP + FLOW + 10} fill="transparent">
                <title>{`${date(day.day)} · ${t('segments.sizeWord')} ${num(day.size)} · ${t('segments.enteredWord')} ${num(day.entered)} · ${t('segments.leftWord')} ${num(day.left)}`}</title>
              </rect>
            </g>
          ))}
          <text x={0} y={TOP + FLOW + 28} className={s.axis}>
            {date(first.day)}
          </text>
          <text x={WIDTH} y={TOP + FLOW + 28} textAnchor="end" className={s.axis}>
            {date(last.day)}
          </text>
        </svg>
      </div>
      <div className={s.legend}>
        <span style={{ ['--c' as string]: 'var(--accent)' }}>{t('segments.sizeWord')}</span>
        <span style={{ ['--c' as string]: 'var(--ok)' }}>{t('segments.enteredWord')}</span>
        <span style={{ ['--c' as string]: 'var(--bad)' }}>{t('segments.leftWord')}</span>
      </div>
    </>
  );
}
