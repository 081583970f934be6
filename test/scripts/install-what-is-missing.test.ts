import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../host/desk-in-a-folder.ts';

const script = join(import.meta.dirname, '..', '..', 'scripts', 'install-what-is-missing.mjs');

type Packages = Readonly<Record<string, { version: string; optional?: boolean }>>;

interface Project {
  readonly wanted: Packages;
  /** What npm's own list says; `undefined` is no node_modules at all. */
  readonly installed: Packages | undefined;
  /** What a stand-in for npm does. */
  readonly npm?: string;
}

/** Runs the script in a project of its own, with a stand-in for npm that notes what it was asked. */
function run({ wanted, installed, npm = '' }: Project): { asked: string; exitCode: number | null; output: string } {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'scripts'));
  mkdirSync(join(folder, 'bin'));
  cpSync(script, join(folder, 'scripts', 'install.mjs'));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
  if (installed !== undefined) {
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
  }
  writeFileSync(join(folder, 'bin', 'npm'), `#!/bin/sh\necho "$1" > asked\n${npm}\n`);
  chmodSync(join(folder, 'bin', 'npm'), 0o755);
  const env = { ...process.env, PATH: `${join(folder, 'bin')}:${dirname(process.execPath)}:/bin:/usr/bin` };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/install.mjs'], { cwd: folder, env, encoding: 'utf8' });
  return { asked: existsSync(join(folder, 'asked')) ? readFileSync(join(folder, 'asked'), 'utf8').trim() : '', exitCode: status, output: stdout + stderr };
}

const zod = { 'node_modules/zod': { version: '4.6.7' } };

test('nothing is asked of npm when everything is there, other systems’ packages aside', () => {
  const wanted = { ...zod, 'node_modules/binding-of-another-system': { version: '1.0.0', optional: true } };
  expect(run({ wanted, installed: zod })).toEqual({ asked: '', exitCode: 0, output: '' });
});

test.each([
  ['nothing is installed', zod, undefined],
  ['a version has changed', zod, { 'node_modules/zod': { version: '4.6.6' } }],
  ['one is missing', { ...zod, 'node_modules/ws': { version: '8.0.0' } }, zod],
  ['an installation was interrupted', zod, {}],
])('npm installs when %s', (_when, wanted, installed) => {
  const { asked, exitCode, output } = run({ wanted, installed });
  expect([asked, exitCode, output.trim()]).toEqual(['ci', 0, 'Installo quanto manca: la prima volta può volerci qualche minuto…']);
});

test.each(['ENOTFOUND registry.npmjs.org', 'connect ECONNREFUSED 127.0.0.1:1', 'ERR_SOCKET_TIMEOUT', 'EAI_AGAIN'])('a registry out of reach (%s): what to do', (trouble) => {
  const { exitCode, output } = run({ wanted: zod, installed: undefined, npm: `echo "npm error ${trouble}" >&2; exit 1` });
  expect(exitCode).toBe(1);
  expect(output).toContain(trouble);
  expect(output).toContain('Il registro dei pacchetti npm non risponde: controlla il collegamento');
});

test('another failure is shown as npm tells it', () => {
  const { exitCode, output } = run({ wanted: zod, installed: undefined, npm: 'echo "npm error EACCES" >&2; exit 243' });
  expect(exitCode).toBe(1);
  expect(output).toMatch(/npm error EACCES[^]+L’installazione dei pacchetti non è riuscita/);
});

test('two starts at the same moment install once', async () => {
  const folder = temporaryFolder();
  for (const made of ['scripts', 'bin', 'node_modules']) mkdirSync(join(folder, made));
  cpSync(script, join(folder, 'scripts', 'install.mjs'));
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: zod }));
  // The stand-in for npm installs what is wanted and takes a moment over it.
  writeFileSync(join(folder, 'bin', 'npm'), '#!/bin/sh\necho $$ >> asked\nsleep 0.5\ncp package-lock.json node_modules/.package-lock.json\n');
  chmodSync(join(folder, 'bin', 'npm'), 0o755);
  const env = { ...process.env, PATH: `${join(folder, 'bin')}:${dirname(process.execPath)}:/bin:/usr/bin` };
  const starts = [1, 2].map(() => spawn(process.execPath, ['scripts/install.mjs'], { cwd: folder, env, stdio: 'ignore' }));
  expect(await Promise.all(starts.map(async (child) => (await once(child, 'exit'))[0]))).toEqual([0, 0]);
  expect(readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n')).toHaveLength(1);
});
