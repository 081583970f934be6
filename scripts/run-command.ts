import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './root.ts';

const bin = join(root, 'node_modules', '.bin');

/** Runs one of the project's tools on what the person watching sees; its exit code, 1 when it could not run. */
export function runCommand(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): number {
  const path = `${bin}${delimiter}${process.env['PATH'] ?? ''}`;
  const windows = process.platform === 'win32';
  // A log is read as text: colours are for a terminal.
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: windows, env: { ...process.env, ...plain, ...env, PATH: path } }).status ?? 1;
}
