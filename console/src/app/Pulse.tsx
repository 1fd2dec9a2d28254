import { Link } from '@tanstack/react-router';
import { usePulse } from '../api/pulse';
import { useWords } from '../i18n';
import s from './shell.module.css';

/** How the server is, in a glance: how much comes in just now, or what is wrong. */
export function Pulse() {
  const { t, num } = useWords();
  const pulse = usePulse();
  const tone = pulse.state === 'lost' ? 'bad' : pulse.state === 'ill' ? 'warn' : 'ok';
  const text =
    pulse.state === 'lost' ? t('pulse.lost') : pulse.state === 'waiting' ? t('pulse.waiting') : pulse.state === 'ill' ? t('pulse.ill') : t('pulse.rate', { n: num(Math.round(pulse.perSecond)) });
  return (
    <Link to="/" className={s.pulse} aria-label={text}>
      <span className={s.dot} data-state={pulse.state} data-tone={tone} data-live={pulse.state === 'well' && pulse.perSecond > 0} aria-hidden />
      <span className={`${s.pulseText} num`}>{text}</span>
    </Link>
  );
}
