import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n';
import { BESIDE } from './companions';
import d from './trust.module.css';

/** The way to the screens that belong with this one. */
export function Beside({ of }: { of: keyof typeof BESIDE }) {
  const { t } = useWords();
  return (
    <nav className={d.beside} aria-label={t('beside.label')}>
      {BESIDE[of].map((to) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {t(`beside.${to.slice(1)}`)}
        </Link>
      ))}
    </nav>
  );
}
