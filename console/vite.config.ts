/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `npm run dev` shows the console while it is written; the API is that of a server started with
// ./inyeon serve or demo.
export default defineConfig({
  base: '/',
  plugins: [react()],
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 700, sourcemap: false },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:7070', '/owner': 'http://127.0.0.1:7070' } },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'happy-dom', setupFiles: ['./src/test-setup.ts'] },
});
