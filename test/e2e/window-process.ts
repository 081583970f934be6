import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { findBrowser } from '../../scripts/find-browser.ts';
import { root } from '../../scripts/root.ts';
import { expect } from './desk-fixture.ts';

/** A desk as `npm start -- --browser` opens it, in a window nobody sees; it writes below `folder` and nowhere else. */
export class DeskWindow {
  readonly folder: string;
  readonly data: string;
  readonly #process: ChildProcess;
  output = '';

  constructor(folder: string) {
    this.folder = folder;
    this.data = join(folder, 'data');
    for (const made of ['bin', 'home', 'tmp']) mkdirSync(join(folder, made));
    writeFileSync(join(folder, 'bin', 'chromium'), `#!/bin/sh\nexec '${findBrowser() ?? ''}' --headless=new --remote-debugging-port=0 "$@"\n`);
    chmodSync(join(folder, 'bin', 'chromium'), 0o755);
    const places = { HOME: join(folder, 'home'), TMPDIR: join(folder, 'tmp'), PATH: join(folder, 'bin') + delimiter + (process.env['PATH'] ?? '') };
    this.#process = spawn(process.execPath, ['scripts/start.ts', '--browser', '--data', this.data], { cwd: root, env: { ...process.env, ...places, DISPLAY: ':0' } });
    for (const stream of [this.#process.stdout, this.#process.stderr]) stream?.on('data', (data: Buffer) => (this.output += String(data)));
  }

  /** The page in its window. */
  async page(): Promise<Page> {
    const portFile = join(this.data, 'cache', 'browser', 'DevToolsActivePort');
    await expect.poll(() => existsSync(portFile) && readFileSync(portFile, 'utf8').includes('\n')).toBe(true);
    const address = `http://127.0.0.1:${readFileSync(portFile, 'utf8').split('\n')[0]}`;
    await expect.poll(() => openPages(address)).toBe(1);
    // Whoever looks in while the window is being made may wait for an answer that never comes: then it is asked again.
    let page: Page | undefined;
    await expect(async () => {
      const browser = await chromium.connectOverCDP(address, { timeout: 8_000 });
      page = browser.contexts()[0]?.pages()[0];
      expect(page).toBeDefined();
    }).toPass();
    if (page === undefined) throw new Error('there is no window');
    return page;
  }

  /** Ctrl-C, until everybody is gone. */
  async end(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    this.#process.kill('SIGINT');
    await new Promise((resolve) => this.#process.on('close', resolve));
  }
}

/** How many pages of a desk a browser shows. */
async function openPages(address: string): Promise<number> {
  const targets = (await (await fetch(`${address}/json/list`)).json()) as { type: string; url: string }[];
  return targets.filter(({ type, url }) => type === 'page' && url.startsWith('http')).length;
}
