import type { RelayPass } from '../../shared/hub/hub-views.ts';
import { ownCertificate } from './certificate.ts';

/** A connection waits so long for a fresh pass, in milliseconds; then the last one has to do. */
const passWithin = 1_000;

/** What the connections of a link are made with: its certificate, and relays with a key that is still good. */
export class LinkConfig {
  readonly #certificate = ownCertificate();
  readonly #relayPass: () => Promise<RelayPass>;
  readonly #relayOnly: boolean;
  #servers: RelayPass['iceServers'] = [];

  constructor(relayPass: () => Promise<RelayPass>, relayOnly: boolean) {
    this.#relayPass = relayPass;
    this.#relayOnly = relayOnly;
  }

  async fresh(): Promise<RTCConfiguration> {
    const [certificate, servers] = await Promise.all([this.#certificate, this.#freshServers()]);
    return {
      iceServers: servers.map(({ urls, username = '', credential = '' }) => (username === '' ? { urls } : { urls, username, credential })),
      certificates: [certificate],
      bundlePolicy: 'max-bundle',
      ...(this.#relayOnly && { iceTransportPolicy: 'relay' }),
    };
  }

  /** A pass that cannot be had (the hub is away) is no reason to stay apart: the last one, or none, may still do. */
  async #freshServers(): Promise<RelayPass['iceServers']> {
    const last = () => this.#servers;
    const late = new Promise<RelayPass['iceServers']>((resolve) => setTimeout(() => resolve(last()), passWithin));
    const asked = this.#relayPass().then(({ iceServers }) => iceServers, last);
    this.#servers = await Promise.race([asked, late]);
    return this.#servers;
  }
}
