import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { accountIn, isAnotherAccount } from '../../../electron/host/loopback/caller-account.ts';

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 100 1 0000000000000000 100 0 0 10 0
   1: 0100007F:1F90 0100007F:C001 01 00000000:00000000 00:00000000 00000000  1000        0 101 1 0000000000000000 20 4 30 10 -1
   2: 0100007F:C001 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 102 1 0000000000000000 20 4 30 10 -1
  13: 0100007F:C002 0100007F:1F90 01 00000000:00000000 00:00000000 00000000 65534        0 103 1 0000000000000000 20 4 30 10 -1
  14: 0200007F:C001 0100007F:1F90 01 00000000:00000000 00:00000000 00000000     7        0 104 1 0000000000000000 20 4 30 10 -1
  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   3: 0000000000000000FFFF00000100007F:C003 0000000000000000FFFF00000100007F:1F90 01 00000000:00000000 00:00000000 00000000  1002        0 105 1 0000000000000000 20 4 30 10 -1
`;

test.each([
  ['127.0.0.1', 0xc001, 1001],
  ['127.0.0.1', 0xc002, 65_534],
  ['127.0.0.2', 0xc001, 7],
  ['127.0.0.1', 0xc003, 1002],
  ['127.0.0.2', 0xc003, undefined],
  ['127.0.0.1', 0xc004, undefined],
])('the account at %s port %d is %s', (clientAddress, clientPort, account) => {
  expect(accountIn(table, { clientAddress, clientPort, serverPort: 0x1f90 })).toBe(account);
});

test('a table of another shape names nobody', () => {
  for (const text of ['', '\n\n', 'nonsense', '   2: 0100007F:C001 0100007F:1F90 ']) expect(accountIn(text, { clientAddress: '127.0.0.1', clientPort: 0xc001, serverPort: 0x1f90 })).toBeUndefined();
});

async function serverEnd(connectTo: (port: number) => void): Promise<Socket> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  connectTo((server.address() as AddressInfo).port);
  const [socket] = (await once(server, 'connection')) as [Socket];
  onTestFinished(() => {
    socket.destroy();
    server.close();
  });
  return socket;
}

test.each([{ host: '127.0.0.1' }, { host: '127.0.0.1', localAddress: '127.0.0.2' }, { host: '::ffff:127.0.0.1' }])('our own program is not another account, however it connects: %j', async (how) => {
  const end = await serverEnd((port) => {
    const client = connect({ port, ...how });
    onTestFinished(() => void client.destroy());
  });
  expect(isAnotherAccount(end)).toBe(false);
  // The same connection, seen by a program of another account: what the system lists is found, however it was made.
  const own = vi.spyOn(process, 'getuid').mockReturnValue(2 ** 31);
  onTestFinished(() => own.mockRestore());
  expect(isAnotherAccount(end)).toBe(process.platform === 'linux');
});
