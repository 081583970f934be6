export interface CoturnSettings {
  /** Shared with the hub. */
  readonly secret: string;
  readonly realm: string;
  readonly port: number;
  readonly tlsPort: number;
  /** Paths of certificate and key; without them the relay offers no TLS. */
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  /** The address others see, where the relay stands behind a router. */
  readonly externalIp: string | undefined;
  /** Where the relay may put what it writes while it runs. */
  readonly folder: string;
}

/**
 * Addresses nobody may reach by way of the relay: this network, private and shared ones, loopback, link-local, documentation
 * and test ranges, multicast, reserved; the same of IPv6, and the ranges that lead back into IPv4.
 */
const deniedPeers = [
  '0.0.0.0-0.255.255.255',
  '10.0.0.0-10.255.255.255',
  '100.64.0.0-100.127.255.255',
  '127.0.0.0-127.255.255.255',
  '169.254.0.0-169.254.255.255',
  '172.16.0.0-172.31.255.255',
  '192.0.0.0-192.0.0.255',
  '192.0.2.0-192.0.2.255',
  '192.88.99.0-192.88.99.255',
  '192.168.0.0-192.168.255.255',
  '198.18.0.0-198.19.255.255',
  '198.51.100.0-198.51.100.255',
  '203.0.113.0-203.0.113.255',
  '224.0.0.0-239.255.255.255',
  '240.0.0.0-255.255.255.255',
  '::ffff:0:0-::ffff:ffff:ffff',
  // Not ‘::’ itself: coturn takes it for every address there is, and would lead nowhere at all.
  '::1',
  '64:ff9b::-64:ff9b::ffff:ffff',
  '64:ff9b:1::-64:ff9b:1:ffff:ffff:ffff:ffff:ffff',
  '100::-100::ffff:ffff:ffff:ffff',
  '2001::-2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff',
  '2001:db8::-2001:db8:ffff:ffff:ffff:ffff:ffff:ffff',
  '2002::-2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'fe80::-febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  'ff00::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
] as const;

/** A relay's configuration: keys of the hub alone, no way into private networks, no console. */
export function coturnConfiguration({ secret, realm, port, tlsPort, tls, externalIp, folder }: CoturnSettings): string {
  const withTls = tls === undefined ? ['no-tls', 'no-dtls'] : [`tls-listening-port=${tlsPort}`, `cert=${tls.cert}`, `pkey=${tls.key}`, 'no-tlsv1', 'no-tlsv1_1'];
  const lines = [
    '# Written by «npm run hub -- relay». The secret is shared with the hub: keep this file to yourself.',
    `listening-port=${port}`,
    ...withTls,
    ...(externalIp === undefined ? [] : [`external-ip=${externalIp}`]),
    'fingerprint',
    'use-auth-secret',
    `static-auth-secret=${secret}`,
    `realm=${realm}`,
    'stale-nonce=600',
    // One party of one call, on both address families and while it changes networks.
    'user-quota=12',
    'no-cli',
    'no-multicast-peers',
    ...deniedPeers.map((range) => `denied-peer-ip=${range}`),
    'no-stdout-log',
    'simple-log',
    `log-file=${folder}/turnserver.log`,
    `pidfile=${folder}/turnserver.pid`,
  ];
  return `${lines.join('\n')}\n`;
}
