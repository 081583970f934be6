import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Builds the pages of `renderer/` to `dist/renderer`. The host and the shell are built by scripts/build.ts. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  css: {
    preprocessorOptions: {
      scss: {
        loadPaths: [fileURLToPath(new URL('node_modules', import.meta.url))],
        // Bootstrap Italia 2 is written in Sass's older style, which the compiler still takes but warns of at every line.
        quietDeps: true,
        silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
      },
    },
  },
  build: { outDir: '../dist/renderer', emptyOutDir: true, sourcemap: false, assetsInlineLimit: 0 },
});
