import { SignalRelay } from './signal-relay.ts';

// The relay of the tests as a program of its own, for a network of its own: folder of the page, port.
const [folder = '.', port = '0'] = process.argv.slice(2);
await new SignalRelay(folder).open('0.0.0.0', Number(port));
process.stdout.write('open\n');
