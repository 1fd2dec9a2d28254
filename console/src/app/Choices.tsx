import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { speak, useWords } from '../i18n';
import s from './shell.module.css';

export function LanguageButton() {
  const { language } = useWords();
  const other = language === 'ko' ? 'en' : 'ko';
  return (
    <button type="button" className={s.choice} lang={other} onClick={() => void speak(other, true)}>
      {other === 'ko' ? '한국어' : 'English'}
    </button>
  );
}

export function ThemeButton() {
  const { t } = useWords();
  const { setColorScheme } = useMantineColorScheme();
  const now = useComputedColorScheme('light');
  return (
    <button type="button" className={s.choice} aria-label={t(now === 'dark' ? 'theme.light' : 'theme.dark')} onClick={() => setColorScheme(now === 'dark' ? 'light' : 'dark')}>
      {now === 'dark' ? <IconSun size={15} stroke={1.8} aria-hidden /> : <IconMoon size={15} stroke={1.8} aria-hidden />}
    </button>
  );
}
