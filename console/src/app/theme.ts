import { createTheme, localStorageColorSchemeManager, type MantineColorsTuple } from '@mantine/core';

const jjok: MantineColorsTuple = ['#f2f6fe', '#e1eafd', '#c4d6fd', '#9db9fa', '#759bf5', '#5079e9', '#365dd2', '#284bb6', '#1e3a92', '#132764'];

export const theme = createTheme({
  primaryColor: 'jjok',
  primaryShade: 6,
  colors: { jjok, dark: ['#ecedef', '#a9afba', '#8a919d', '#5b6370', '#373e4a', '#272c35', '#1d2128', '#16191f', '#0f1115', '#0b0d10'] },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  defaultRadius: 7,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '18px', sm: '20px', md: '22px', lg: '24px', xl: '26px' },
});

/** before-paint.js reads the same place. */
export const colours = localStorageColorSchemeManager({ key: 'inyeon-theme' });
