/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { letterFonts, wordFonts } from './fonts.mjs';

/** The console's own cut of its font, made of the words that stand in it, and of all other letters. */
const ownFont: Plugin = {
  name: 'own-font',
  resolveId: (id) => (id === 'font-of-words.css' ? wordFonts() : id === 'font-of-letters.css' ? letterFonts() : undefined),
};

/** Mantine's sheet has fourteen palettes; those that the theme and no screen asks for stay out of the page. */
const FOREIGN = /^--mantine-color-(pink|grape|violet|indigo|blue|cyan|green|lime|yellow|orange|teal)-/;
const ownColours = { postcssPlugin: 'own-colours', Declaration: (each: { prop: string; remove(): void }) => void (FOREIGN.test(each.prop) && each.remove()) };

// `npm run dev` shows the console while it is written; the API is that of a server started with
// ./inyeon serve or demo.
export default defineConfig({
  base: '/',
  plugins: [react(), ownFont],
  css: { postcss: { plugins: [ownColours] } },
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    sourcemap: false,
    rolldownOptions: {
      output: {
        // The faces of letters share the hash of all of them: their list is fetched with every page.
        assetFileNames: ({ originalFileNames: [from = ''] }) => {
          const key = /\.fonts[\\/](letters-\w+)/.exec(from)?.[1];
          return key && from.endsWith('.woff2') ? `assets/${key}/[name][extname]` : 'assets/[name]-[hash][extname]';
        },
        // Few files of what every page needs: each file costs a request, and small ones pack badly.
        codeSplitting: {
          groups: [
            { name: 'frame', test: /node_modules[\\/](react|react-dom|scheduler|i18next|react-i18next|es-hangul|openapi-fetch|get-nonce|use-sync-external-store|@tanstack(?!.*virtual))[\\/]/, priority: 40 },
            { name: 'icons', test: /node_modules[\\/]@tabler/, priority: 30 },
            { name: 'controls', test: /node_modules[\\/](clsx|@mantine[\\/](hooks[\\/]|core[\\/]esm[\\/](core|utils)[\\/]|core[\\/]esm[\\/]components[\\/](UnstyledButton|Button|Loader|Skeleton|Input|InputBase|TextInput|NativeSelect|SegmentedControl|FloatingIndicator|Tabs|VisuallyHidden|Checkbox|InlineInput)[\\/]|core[\\/]esm[\\/]components[\\/]Radio[\\/]RadioIcon))/, priority: 28 },
            { name: 'pickers', test: /node_modules[\\/](@floating-ui|react-remove-scroll|react-remove-scroll-bar|react-style-singleton|@mantine[\\/]core[\\/]esm[\\/]components[\\/](Combobox|Select|Menu|Popover|ScrollArea|Portal|Floating|FocusTrap|Transition|Autocomplete|RemoveScroll)[\\/])/, priority: 25 },
            { name: 'house', test: /src[\\/](ui|api|app)[\\/](?!.*(Palette|Toasts|HelpText|OpenMenu|SignIn|EventDetail|Stations|faults|segments|trust|rights|vocabulary|imports|plans|quality|transformations|registers|rules|labels|keeping|incidents|decisions|useDraft|UndoButtons))/, priority: 10 },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:7070', '/owner': 'http://127.0.0.1:7070' } },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'happy-dom', setupFiles: ['./src/test-setup.ts'] },
});
