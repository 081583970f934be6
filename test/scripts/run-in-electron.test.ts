import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runInElectron } from '../../scripts/run-in-electron.ts';
import { temporaryFolder } from '../host/desk-in-a-folder.ts';

const options = { browser: false, noOpen: false, data: undefined, port: 0, training: false, noHub: false };
const ready = { address: 'desk://app/', folder: '/x', first: true };

/** A stand-in for Electron's program. */
function electronThat(script: string, interpreter: string): string {
  const program = join(temporaryFolder(), 'electron');
  writeFileSync(program, `#!${interpreter}\n${script}\n`);
  chmodSync(program, 0o755);
  return program;
}

test.each([
  ['lacks a library', 'exit 127'],
  ['dies of a signal', 'kill -9 $$'],
])('an Electron that %s leaves the desk to the browser', async (_what, script) => {
  expect(await runInElectron(electronThat(script, '/bin/sh'), options)).toBeUndefined();
});

test('an Electron that is not there leaves the desk to the browser', async () => {
  expect(await runInElectron(join(temporaryFolder(), 'none'), options)).toBeUndefined();
});

test.each([0, 1])('our own program’s end with %d is the end', async (code) => {
  expect(await runInElectron(electronThat(`exit ${code}`, '/bin/sh'), options)).toBe(code);
});

test('once the desk has answered, however it ends is the end', async () => {
  const electron = electronThat(`process.send(${JSON.stringify(ready)}, () => process.exit(5));`, process.execPath);
  expect(await runInElectron(electron, options)).toBe(5);
});
