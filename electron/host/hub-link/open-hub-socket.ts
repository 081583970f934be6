import { WebSocket } from 'ws';
import type { LineTrouble } from '../../../shared/desk/hub-link-view.ts';
import { largestHubFrameBytes } from '../../../shared/hub/hub-frames.ts';
import type { SocketLike } from '../../../shared/hub/hub-socket.ts';

/** What Node and OpenSSL say when a certificate is not to be believed. */
const certificateErrors = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECODE|DECRYPT)|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/;

/**
 * Opens a socket to a hub: no compression (nothing to blow up), no frame larger than a hub's, no following elsewhere.
 * @param told hears why it did not open
 */
export function openHubSocket(address: string, told: (trouble: LineTrouble) => void): SocketLike {
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: largestHubFrameBytes, handshakeTimeout: 10_000, followRedirects: false });
  socket.on('error', (error) => {
    const trouble = troubleOf(error);
    if (trouble !== undefined) told(trouble);
  });
  return socket;
}

function troubleOf(error: Error): LineTrouble | undefined {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (certificateErrors.test(code)) return 'certificate';
  // ws's own codes are about what came over the line: no frames of a hub.
  if (code.startsWith('WS_ERR_') || code.startsWith('HPE_') || code === 'EPROTO') return 'not-a-hub';
  return code === '' ? troubleOfAnswer(error.message) : 'unreachable';
}

/** What ws says in words alone: who answered is no hub, is too busy for one, or did not answer in time; or we left ourselves. */
function troubleOfAnswer(message: string): LineTrouble | undefined {
  const status = Number(/^Unexpected server response: (\d+)/.exec(message)?.[1]);
  if (status >= 500 || status === 429 || message.includes('timed out')) return 'unreachable';
  return message.includes('closed before') ? undefined : 'not-a-hub';
}
