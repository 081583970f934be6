import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

// What the hub is compared with: the same library, and nothing but sending back what came.
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('connection', (socket) => socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary })));
server.on('listening', () => process.stdout.write(`port ${(server.address() as AddressInfo).port}\n`));
