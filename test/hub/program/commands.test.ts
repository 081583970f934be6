import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hubFolder } from '../hub-folder.ts';
import { hubCommand, RunningHubProcess } from '../running-hub.ts';
import { newKey, officialPage, postEnrolment, pressButton } from '../test-parties.ts';

test('beside a running hub its commands add an office, let a desk and an official in, list them, and bar them', async () => {
  const folder = hubFolder();
  const hub = await RunningHubProcess.start(folder);
  const data = ['--data', folder];
  expect((await hubCommand(['office', 'add', '--id', 'inps-lecco', '--name', 'INPS Lecco', ...data])).said).toContain('INPS Lecco');
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await hubCommand(['enrol', ...data])).said)?.[0];
  const { deskId } = (await (await postEnrolment(hub, { code, publicKey: newKey().publicKey, deskName: 'Comune di Prova' })).json()) as { deskId: string };
  const link = (await hubCommand(['invite', '--office', 'inps-lecco', '--name', 'Ivo Prova', ...data])).said.trim().split('\n').at(-1) ?? '';
  const official = await officialPage(hub, (await pressButton(hub, link)).cookie);
  expect(official.view?.name).toBe('Ivo Prova');
  expect((await hubCommand(['revoke', '--id', deskId, ...data])).code).toBe(0);
  const { said } = await hubCommand(['list', ...data]);
  expect(said).toContain(`${deskId}  Comune di Prova (senza accesso)`);
  expect(said).toContain('Ivo Prova (inps-lecco)');
  const again = await hubCommand(['revoke', '--id', deskId, ...data]);
  expect([again.code, again.complained]).toEqual([2, expect.stringContaining('guarda con «list»')]);
});

test('a second hub on the same folder does not start, and says why', async () => {
  const folder = hubFolder();
  await RunningHubProcess.start(folder);
  const second = await hubCommand(['--data', folder, '--port', '0']);
  expect([second.code, second.complained]).toEqual([1, expect.stringContaining('già in funzione')]);
});

test('nor one whose port is taken', async () => {
  const hub = await RunningHubProcess.start(hubFolder());
  const second = await hubCommand(['--data', hubFolder(), '--port', String(hub.port)]);
  expect([second.code, second.complained]).toEqual([1, expect.stringContaining('già usata')]);
});

test('help, unknown commands, and commands before the first start', async () => {
  expect((await hubCommand(['--help'])).said).toContain('npm run hub -- enrol');
  expect(await hubCommand(['enroll', '--data', hubFolder()])).toMatchObject({ code: 2, complained: expect.stringContaining('enroll') });
  expect(await hubCommand(['enrol', '--data', hubFolder()])).toMatchObject({ code: 2, complained: expect.stringContaining('mai stato avviato') });
});

test('the relay’s configuration is written, and the one command that starts it', async () => {
  const folder = hubFolder();
  const { said } = await hubCommand(['relay', '--relay-host', 'turn.example.it', '--tls-cert', '/c.pem', '--tls-key', '/k.pem', '--data', folder]);
  expect(said.trim().split('\n').at(-1)).toBe(`sudo turnserver -c ${join(folder, 'turnserver.conf')}`);
  expect(readFileSync(join(folder, 'turnserver.conf'), 'utf8')).toContain('tls-listening-port=443');
});
