import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const module = join(import.meta.dirname, '..', '..', '..', 'electron', 'host', 'program', 'end-on-crash.ts');

test.each([
  ['thrown where nobody catches', "setImmediate(() => { throw new TypeError('RSSMRA80A01H501U'); });"],
  ['a promise nobody waits for', "void Promise.reject(new TypeError('RSSMRA80A01H501U'));"],
])('%s: the process ends and says so without what was typed', (_what, crash) => {
  const script = `const { endOnCrash } = await import(${JSON.stringify(module)}); endOnCrash(() => process.exit(1)); ${crash} setInterval(() => {}, 1000);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8', timeout: 60_000 });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Lo sportello si è chiuso per un errore imprevisto[^\n]+\nTypeError\n\s+at /);
  expect(stdout + stderr).not.toContain('RSSMRA');
});
