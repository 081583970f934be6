import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder for one hub, gone when the test is over. */
export function hubFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hub-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
