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

interface Transport {
  readonly type: string;
  readonly dtlsState?: string;
  readonly bytesReceived?: number;
}

function securedBytes(report: RTCStatsReport | undefined): number | undefined {
  const transports = ([...(report?.values() ?? [])] as Transport[]).filter(({ type, dtlsState }) => type === 'transport' && dtlsState === 'connected');
  return transports[0]?.bytesReceived;
}
