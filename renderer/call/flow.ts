/**
 * Bytes that came from the other side over the connection there is, media, channels and signs of life together; `undefined`
 * before the connection is secured.
 */
export async function receivedBytes(pc: RTCPeerConnection): Promise<number | undefined> {
  // Reports cost the browser most while it is busiest, with setting up.
  if (pc.connectionState === 'new' || pc.connectionState === 'connecting') return undefined;
  const [receiver] = pc.getReceivers();
  // A receiver's own report is a fraction of the whole one, and four times a second that counts; it is empty before the first packet.
  return securedBytes(await receiver?.getStats()) ?? securedBytes(await pc.getStats());
}

interface Entry {
  readonly type: string;
  readonly dtlsState?: string;
  readonly nominated?: boolean;
  readonly bytesReceived?: number;
}

function securedBytes(report: RTCStatsReport | undefined): number | undefined {
  const entries = [...(report?.values() ?? [])] as Entry[];
  const transport = entries.find(({ type }) => type === 'transport');
  if (transport) return transport.dtlsState === 'connected' ? transport.bytesReceived : undefined;
  // A browser that does not report its transport still counts by pair of addresses.
  const pairs = entries.filter(({ type, nominated }) => type === 'candidate-pair' && nominated === true);
  return pairs.length === 0 ? undefined : pairs.reduce((sum, { bytesReceived = 0 }) => sum + bytesReceived, 0);
}
