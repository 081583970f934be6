const generate = (): Promise<RTCCertificate> => RTCPeerConnection.generateCertificate({ name: 'ECDSA', namedCurve: 'P-256' } as EcKeyGenParams);

/** Made as the page loads: nobody waits for it when a call begins. */
let next = typeof RTCPeerConnection === 'undefined' ? undefined : generate();

/**
 * The certificate of a link: one for all its connections, so that the short code stays the same when one is built anew. The
 * next link's is made meanwhile.
 */
export async function ownCertificate(): Promise<RTCCertificate> {
  const certificate = await (next ?? generate());
  next = generate();
  return certificate;
}
