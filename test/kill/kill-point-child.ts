/**
 * Opens the desk of a folder, asks things of it, and is killed just before the n-th step to disk of the last one: a file
 * opened to be written, written, copied, renamed or removed, a transaction committed. Ends by itself when there are not so many.
 * Arguments: folder, the calls as JSON, n.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import Database from 'better-sqlite3';
import { dispatch } from '../../electron/host/desk-dispatch.ts';
import { createDeskHost } from '../../electron/host/desk-host.ts';
import { cheapKeyCost, emptyLibrary } from '../host/first-setup.ts';

const [dataFolder = '', calls = '[]', n = '0'] = process.argv.slice(2);
const [last, ...before] = (JSON.parse(calls) as [string, unknown][]).toReversed();

let stepsLeft = Number.POSITIVE_INFINITY;
function step(): void {
  if (stepsLeft === 0) process.kill(process.pid, 'SIGKILL');
  stepsLeft -= 1;
}

type Anything = (...given: unknown[]) => unknown;
function countIn(holder: object, name: string, counts: (self: unknown, given: readonly unknown[]) => boolean): void {
  const real = Reflect.get(holder, name) as Anything;
  Reflect.set(holder, name, function counted(this: unknown, ...given: unknown[]) {
    if (counts(this, given)) step();
    return real.apply(this, given);
  });
}

countIn(fs, 'openSync', (_fs, [, flags]) => flags !== 'r');
for (const name of ['writeFileSync', 'copyFileSync', 'renameSync', 'rmSync']) countIn(fs, name, () => true);
syncBuiltinESMExports();
const statements = Object.getPrototypeOf(new Database(':memory:').prepare('select 1')) as object;
countIn(statements, 'run', (statement) => (statement as Database.Statement).source === 'COMMIT');

const desk = createDeskHost({ dataFolder, mode: 'real', version: '0.0.0', library: emptyLibrary, keyCost: cheapKeyCost });
if (!desk.ok || last === undefined) throw new Error('nothing to do');
async function call([method, input]: [string, unknown]): Promise<void> {
  const reply = await dispatch(desk.ok ? desk.value : (undefined as never), method, input);
  // A sign-in that finds the records damaged is where a restore begins.
  if (!reply.ok && reply.code !== 'database-damaged') throw new Error(`${method}: ${reply.code}`);
}
for (const one of before.toReversed()) await call(one);
stepsLeft = Number(n);
await call(last);
process.exit(0);
