import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { accountIn, isAnotherAccount } from '../../../electron/host/loopback/caller-account.ts';

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 100 1 0000000000000000 100 0 0 10 0
   1: 0100007F:1F90 0100007F:C001 01 00000000:00000000 00:00000000 00000000  1000        0 101 1 0000000000000000 20 4 30 10 -1
   2: 0100007F:C001 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1001        0 102 1 0000000000000000 20 4 30 10 -1
  13: 0100007F:C002 0100007F:1F90 01 00000000:00000000 00:00000000 00000000 65534        0 103 1 0000000000000000 20 4 30 10 -1
  14: 0200A8C0:C003 0100007F:1F90 01 00000000:00000000 00:00000000 00000000     7        0 104 1 0000000000000000 20 4 30 10 -1
`;

test.each([
  [0xc001, 1001],
  [0xc002, 65_534],
  [0xc003, undefined],
  [0xc004, undefined],
])('the account at client port %d is %s', (clientPort, account) => {
  expect(accountIn(table, { clientPort, serverPort: 0x1f90 })).toBe(account);
});

test('a table of another shape names nobody', () => {
  for (const text of ['', '\n\n', 'nonsense', '   2: 0100007F:C001 0100007F:1F90 ']) expect(accountIn(text, { clientPort: 0xc001, serverPort: 0x1f90 })).toBeUndefined();
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

test('our own program is not another account', async () => {
  const end = await serverEnd((port) => {
    const client = connect(port, '127.0.0.1');
    onTestFinished(() => void client.destroy());
  });
  expect(isAnotherAccount(end)).toBe(false);
});
