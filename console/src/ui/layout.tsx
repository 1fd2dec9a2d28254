import { IconHelpCircle } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState, type ComponentPropsWithRef, type ReactNode } from 'react';
import { useWords } from '../i18n';
import s from './ui.module.css';

/** A screen: its heading is the document's title, and the first thing that a reader hears. */
export function Page({ title, lead, actions, children }: { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  useTitle(title);
  return (
    <div className={s.page}>
      <div className={s.head}>
        <div>
          <h1 className={s.title}>{title}</h1>
          {lead && <p className={s.lead}>{lead}</p>}
        </div>
        {actions && <div className={s.acts}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

export function useTitle(title: string) {
  const { t } = useWords();
  const brand = t('brand');
  useEffect(() => {
    document.title = `${title} · ${brand}`;
  }, [title, brand]);
}

export function Card({ title, side, help, children, level = 2 }: { title?: ReactNode; side?: ReactNode; help?: string; children: ReactNode; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={s.card}>
      {title !== undefined && (
        <div className={s.cardHead}>
          <Heading className={s.cardTitle}>{title}</Heading>
          {help && <Help text={help} />}
          {side && <div className={s.cardSide}>{side}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

const HelpText = lazy(() => import('./HelpText'));

/** What a number means, on a click, a touch or Enter. */
export function Help({ text }: { text: string }) {
  const [asked, setAsked] = useState(false);
  if (!asked) return <HelpButton onClick={() => setAsked(true)} />;
  return (
    <Suspense fallback={<HelpButton />}>
      <HelpText text={text} />
    </Suspense>
  );
}

export function HelpButton(props: ComponentPropsWithRef<'button'>) {
  const { t } = useWords();
  return (
    <button type="button" className={s.help} aria-label={t('help')} {...props}>
      <IconHelpCircle size={14} stroke={1.8} aria-hidden />
    </button>
  );
}

export const Figures = ({ children }: { children: ReactNode }) => <dl className={s.figures}>{children}</dl>;

/** A number with its name, its meaning and, where it helps, how fresh it is. */
export function Figure({ label, value, help, note }: { label: string; value: ReactNode; help: string; note?: ReactNode }) {
  return (
    <div className={s.figure}>
      <dt className={s.figureLabel}>
        {label}
        <Help text={help} />
      </dt>
      <dd className={`${s.figureValue} num`}>{value}</dd>
      {note && <dd className={s.figureNote}>{note}</dd>}
    </div>
  );
}

export type Tone = 'accent' | 'ok' | 'warn' | 'bad' | 'plum' | 'sky';

export function Tag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={s.tag} style={{ background: `var(--${tone}-soft)`, color: `var(--${tone === 'accent' ? 'accent-ink' : tone})` }}>
      {children}
    </span>
  );
}

export function ToneIcon({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={s.icon} style={{ background: `var(--${tone}-soft)`, color: `var(--${tone})` }} aria-hidden>
      {children}
    </span>
  );
}

export const Chip = ({ icon, children, title }: { icon?: ReactNode; children: ReactNode; title?: string }) => (
  <span className={s.chip} title={title}>
    {icon}
    <span>{children}</span>
  </span>
);

/** Text of machines, scrollable by keyboard. */
export const Code = ({ text, label, wrap }: { text: string; label: string; wrap?: boolean }) => (
  <pre className={`${s.code} ${wrap ? s.wrap : ''}`} tabIndex={0} role="region" aria-label={label}>
    {text}
  </pre>
);

/** What the server says of a failure, in its own words; for whoever is asked for help. */
export function Detail({ text }: { text: string }) {
  const { t } = useWords();
  return (
    <details className="small muted">
      <summary>{t('detail')}</summary>
      <span lang="en">{text}</span>
    </details>
  );
}
