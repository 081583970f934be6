/** The certificate of a link: one for all its connections, so that the short code stays the same when one is built anew. */
export const ownCertificate = (): Promise<RTCCertificate> => RTCPeerConnection.generateCertificate({ name: 'ECDSA', namedCurve: 'P-256' } as EcKeyGenParams);
