import './styles/mantine.css';
import 'font-of-words.css';
import './styles/tokens.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { queries } from './app/queries';
import { router } from './app/router';
import { colours, theme } from './app/theme';
import { preferred, startSpeaking } from './i18n';
import { Toasts } from './ui/toast';

// Styles that are made as the page runs carry the page's nonce; without it the browser ignores them.
const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? '';
setNonce(nonce);

await startSpeaking(preferred());
createRoot(document.getElementById('root')!).render(
  <MantineProvider theme={theme} colorSchemeManager={colours} defaultColorScheme="auto" getStyleNonce={() => nonce}>
    <Toasts />
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>,
);

// Letters that no word of the console has, as in names, have faces of their own: their list is
// fetched once the page stands.
const idle = window.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 200));
idle(() => void import('./styles/letters'));
