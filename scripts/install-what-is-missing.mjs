// Runs before `npm start` and `npm test`, on whatever Node the machine has (20.19 or later): plain JavaScript, no imports
// from the packages it is about to install.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');

/** What npm says when it cannot reach the registry at all. */
const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|network/;

if (!isInstalled()) await inTurn(() => isInstalled() || install());

/** Compares what is wanted with npm's own list of what it installed, written last; other systems' packages do not count. */
function isInstalled() {
  const installed = readPackages(join(modules, '.package-lock.json'));
  const wanted = Object.entries(readPackages(join(root, 'package-lock.json'))).filter(([path, entry]) => path !== '' && !entry.optional);
  return wanted.every(([path, entry]) => installed[path]?.version === entry.version);
}

function readPackages(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {};
}

/** One start at a time: two at once would pull each other's packages away. Whoever waited finds the work done. */
async function inTurn(work) {
  const turn = await takeTurn();
  work();
  turn?.close();
}

/** The turn is a name that the system gives to one process and takes back when it ends, however it ends; macOS has no such names. */
async function takeTurn() {
  const name = `sportello-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`;
  if (process.platform !== 'linux' && process.platform !== 'win32') return undefined;
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`;
  for (;;) {
    const turn = await listen(path);
    if (turn !== undefined) return turn;
    await pause(200);
  }
}

/** A server at that path, or `undefined` while another process has it. */
function listen(path) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined)).listen(path, () => resolve(server));
  });
}

function install() {
  console.log('Installo quanto manca: la prima volta può volerci qualche minuto…');
  const npm = spawnSync('npm', [npmCommand(), '--include=dev', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=1'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'inherit', 'pipe'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) giveUp(npm.stderr ?? String(npm.error));
}

/** Windows does not let `npm ci` delete node_modules while the Node that runs this script lies in it. */
function npmCommand() {
  return process.platform === 'win32' && existsSync(modules) ? 'install' : 'ci';
}

function giveUp(trouble) {
  const sentence = unreachable.test(trouble)
    ? 'Il registro dei pacchetti npm non risponde: controlla il collegamento a Internet (o il proxy, con «npm config set proxy») e riprova.'
    : 'L’installazione dei pacchetti non è riuscita: le righe qui sopra dicono perché. Sistemato quello, riprova.';
  console.error(`${trouble.trim()}\n\n${sentence}`);
  process.exitCode = 1;
}
