import { globSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { build as vite } from 'vite';
import type { InlineConfig } from 'vite';
import { lockDeskFolder } from '../electron/host/db/desk-lock.ts';
import { root } from './root.ts';
import { desk, isStale, pages } from './stale.ts';
import type { Program } from './stale.ts';

/** Native code, the runtime itself, and what `ws` tries to load and does without. */
const notBundled = ['better-sqlite3', 'electron', 'bufferutil', 'utf-8-validate'];

/** The host and the shell as plain ES modules beside each other; import.meta.url stays two folders below the root. */
const hostConfig: InlineConfig = {
  configFile: false,
  root,
  logLevel: 'warn',
  ssr: { noExternal: true, external: notBundled },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist/electron',
    emptyOutDir: true,
    rolldownOptions: {
      input: entries(['electron/host/serve.ts', 'electron/host/db/copy-worker.ts', 'electron/main.ts']),
      external: notBundled,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

/** The hub as a program, as a module for who embeds it, and the thread of its store; import.meta.url stays two folders below the root. */
const hubConfig: InlineConfig = {
  ...hostConfig,
  build: {
    ...hostConfig.build,
    outDir: 'dist/hub',
    rolldownOptions: { ...hostConfig.build?.rolldownOptions, input: entries(['hub/main.ts', 'hub/trial-hub.ts', 'hub/store/sqlite/store-thread.ts']) },
  },
};

/** A sandboxed preload is one CommonJS file. */
const preloadConfig: InlineConfig = {
  ...hostConfig,
  build: {
    ...hostConfig.build,
    emptyOutDir: false,
    rolldownOptions: { input: entries(['electron/preload.ts']), external: notBundled, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
  },
};

const pagesConfig: InlineConfig = {
  root: join(root, 'renderer'),
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'warn',
  build: { rolldownOptions: { checks: { bundlerTimings: false }, input: globSync('renderer/*/index.html', { cwd: root }).map((page) => join(root, page)) } },
};

function entries(files: readonly string[]): string[] {
  return files.flatMap((file) => globSync(file, { cwd: root })).map((file) => join(root, file));
}

/** Builds one program and notes when the build began: what changes meanwhile is built next time. */
export async function build(program: Program): Promise<void> {
  const began = new Date();
  const stamp = join(root, program.stamp);
  // Gone until all is there: a build cut short must not be taken for one.
  rmSync(stamp, { force: true });
  await forProduction(async () => {
    for (const config of program.name === 'pages' ? [pagesConfig] : [hostConfig, preloadConfig, hubConfig]) {
      const { input } = config.build?.rolldownOptions ?? {};
      if (Array.isArray(input) && input.length > 0) await vite(config);
    }
  });
  writeFileSync(stamp, '');
  utimesSync(stamp, began, began);
}

/** Whoever builds, a test runner with its own NODE_ENV included, gets what people get: not React's code for developers. */
async function forProduction(work: () => Promise<void>): Promise<void> {
  const { NODE_ENV: before } = process.env;
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/** Builds what is older than its sources. */
export async function buildWhatIsStale(): Promise<void> {
  await inTurn(async () => {
    for (const program of [pages, desk]) if (isStale(program)) await build(program);
  });
}

/** One build at a time: another would take away what this one has made, or what a desk is just being started from. */
async function inTurn(work: () => Promise<void>): Promise<void> {
  const folder = join(root, 'dist');
  mkdirSync(folder, { recursive: true });
  let turn = lockDeskFolder(folder);
  for (; !turn.ok && turn.code === 'database-in-use'; turn = lockDeskFolder(folder)) await pause(100);
  await work();
  if (turn.ok) turn.value.release();
}

if (import.meta.main)
  await inTurn(async () => {
    for (const program of [pages, desk]) await build(program);
  });
