import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import pdfjs from 'pdfjs-dist/package.json' with { type: 'json' };

/**
 * Scans in a PDF are often JBIG2 or JPEG 2000. The library that draws it reads both with WebAssembly, which our pages may not
 * compile, or with these files, which it fetches by name when it meets one.
 */
const pdfReaders: Plugin = {
  name: 'pdf-readers',
  generateBundle() {
    for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js'])
      this.emitFile({ type: 'asset', fileName: `assets/pdfjs-${pdfjs.version}/${name}`, source: readFileSync(new URL(`node_modules/pdfjs-dist/wasm/${name}`, import.meta.url)) });
  },
};

/** Builds the pages of `renderer/` to `dist/renderer`. The host and the shell are built by scripts/build.ts. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), pdfReaders],
  worker: { format: 'es' },
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
