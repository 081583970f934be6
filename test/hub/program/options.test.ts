import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isMisuse, readCommand } from '../../../hub/program/hub-options.ts';
import type { HubCommand } from '../../../hub/program/hub-options.ts';
import { officeFrom } from '../../../hub/program/office-options.ts';
import { runSettings } from '../../../hub/program/run-settings.ts';
import { hubFolder } from '../hub-folder.ts';

function command(args: readonly string[], env: Record<string, string> = {}): HubCommand {
  const read = readCommand(args, env);
  if (isMisuse(read)) throw new Error(read.sentence);
  return read;
}
const settings = (args: readonly string[], env?: Record<string, string>, folder = hubFolder()) => runSettings(command(args, env), folder);

describe('the hub’s options', () => {
  test('come from the command line or the environment, and the command line counts for more', () => {
    expect(settings([], { HUB_PORT: '9000', HUB_HOST: '::1' })).toMatchObject({ host: '::1', port: 9000 });
    expect(settings(['--port', '9001'], { HUB_PORT: '9000' })).toMatchObject({ host: '127.0.0.1', port: 9001 });
  });

  test.each([
    [['--port', 'tante'], 'vuole un numero'],
    [['--public-address', 'hub.example.it'], 'indirizzo intero'],
    [['--public-address', 'https://hub.example.it/percorso'], 'indirizzo intero'],
    [['--tls-cert', 'solo.pem'], 'vanno indicati insieme'],
    [['--tls-cert', '/manca.pem', '--tls-key', '/manca.pem'], 'non c’è'],
    [['--host', '0.0.0.0'], 'solo con TLS'],
    [['--relay-host', 'turn.example.it'], 'Manca il segreto'],
  ])('%j makes no sense, and a sentence says why', (args, sentence) => {
    expect(settings(args)).toMatchObject({ sentence: expect.stringContaining(sentence) });
  });

  test('an unknown one is named', () => {
    expect(readCommand(['--prto', '1'], {})).toMatchObject({ sentence: expect.stringContaining('--prto') });
  });

  test('the world is listened to with TLS, behind a proxy that has it, or when somebody insists', () => {
    const folder = hubFolder();
    for (const file of ['cert.pem', 'key.pem']) writeFileSync(join(folder, file), file);
    const tls = ['--tls-cert', join(folder, 'cert.pem'), '--tls-key', join(folder, 'key.pem')];
    expect(settings(['--host', '0.0.0.0', ...tls])).toMatchObject({ tls: { cert: 'cert.pem', key: 'key.pem' } });
    expect(settings(['--host', '0.0.0.0', '--public-address', 'https://hub.example.it'])).toMatchObject({ publicAddress: 'https://hub.example.it' });
    expect(settings(['--host', '0.0.0.0', '--without-tls'])).toMatchObject({ host: '0.0.0.0' });
  });

  test('a relay’s secret comes from the file given, or from the one its configuration left', () => {
    const folder = hubFolder();
    writeFileSync(join(folder, 'relay-secret'), 'segreto\n');
    expect(settings(['--relay-host', 'turn.example.it', '--relay-tls-port', '0'], {}, folder)).toMatchObject({
      relay: { secret: 'segreto', stunUrls: ['stun:turn.example.it:3478'], turnUrls: ['turn:turn.example.it:3478?transport=udp', 'turn:turn.example.it:3478?transport=tcp'] },
    });
    expect(settings(['--relay-host', 'turn.example.it', '--relay-secret-file', join(folder, 'relay-secret')])).toMatchObject({ relay: { secret: 'segreto' } });
  });
});

describe('an office', () => {
  test('covers every topic in Italian unless said otherwise', () => {
    expect(officeFrom(command(['--id', 'inps-lecco', '--name', 'INPS Lecco']))).toMatchObject({ id: 'inps-lecco', phone: null, languages: ['it'], topics: expect.arrayContaining(['disability', 'other']) });
    expect(officeFrom(command(['--id', 'a', '--name', 'A', '--topics', 'isee, pensions', '--languages', 'it,lis']))).toMatchObject({ topics: ['isee', 'pensions'], languages: ['it', 'lis'] });
  });

  test.each([
    [['--name', 'INPS'], '--id'],
    [['--id', 'INPS Lecco', '--name', 'INPS'], '--id'],
    [['--id', 'a', '--name', 'A', '--link', 'http://teams.example.it'], '--link'],
    [['--id', 'a', '--name', 'A', '--topics', 'tutto'], '--topics'],
  ])('%j names the option that does not fit', (args, option) => {
    expect(officeFrom(command(args))).toMatchObject({ sentence: expect.stringContaining(`«${option}»`) });
  });
});
