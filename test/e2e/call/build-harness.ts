import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../../scripts/root.ts';

/** Builds the page of the call tests from the product's own call code; returns its folder. */
export async function buildHarness(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'sportello-call-'));
  await build({ configFile: false, root: join(root, 'test/e2e/call/harness'), base: './', logLevel: 'warn', build: { outDir, emptyOutDir: true, minify: false } });
  return outDir;
}
