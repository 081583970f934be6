import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export const root = join(import.meta.dirname, '..', '..');

/** A project with our rules and nothing in it but the files given, gone when the test is over. */
export function plant(files: Readonly<Record<string, string>>, rules: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'walls-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const rule of rules) cpSync(join(root, rule), join(folder, rule));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
