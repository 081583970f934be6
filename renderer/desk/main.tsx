import sentences from '../../resources/locales/it/refusals.json';
import { watchConnection } from './connection.ts';
import { mountDesk } from './mount.tsx';
import { createPreloadWire } from './preload-wire.ts';
import { SocketWire, socketBeside } from './socket-wire.ts';

/** In Electron the preload's bridge; in a browser the socket beside the page. */
function openWire() {
  if (window.deskBridge) return watchConnection(createPreloadWire(window.deskBridge, sentences));
  const wire = new SocketWire({ openSocket: () => socketBeside(window.location), sentences });
  return { wire, connection: wire.connection };
}

const element = document.getElementById('desk');
if (!element) throw new Error('the page has no place for the desk');
const { wire, connection } = openWire();
await mountDesk(wire, connection, element);
