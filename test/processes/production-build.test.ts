import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './started.ts';

/** Stands in React's production code alone. */
const productionOnly = 'Minified React error';

test('the pages are built for production, whatever NODE_ENV the one who builds has', () => {
  const { status } = spawnSync(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'test' } });
  expect(status).toBe(0);
  const scripts = globSync('dist/renderer/assets/*.js', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
  expect(scripts.some((script) => script.includes(productionOnly))).toBe(true);
});
