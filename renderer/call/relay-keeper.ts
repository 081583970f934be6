import type { RelayPass } from '../../shared/hub/hub-views.ts';

/** A pass good for less is renewed before it is used, in milliseconds: a connection holds on to its relay for a while. */
const goodFor = 120_000;

/**
 * Keeps the pass of a call: asks the hub only when the last one runs out soon, so that a restart need not wait for the hub.
 * @param renew asks the hub; rejects when it is away
 */
export function keepRelayPass(renew: () => Promise<RelayPass>, now: () => number = () => performance.now()): () => Promise<RelayPass> {
  let kept: { readonly pass: RelayPass; readonly until: number } | undefined;
  let asking: Promise<RelayPass> | undefined;
  return () => {
    if (kept && kept.until - now() > goodFor) return Promise.resolve(kept.pass);
    asking ??= renew()
      .then((pass) => {
        // The hub's clock may be a day off: seconds from now count, not its date.
        kept = { pass, until: now() + pass.validFor * 1_000 };
        return pass;
      })
      .finally(() => (asking = undefined));
    return asking;
  };
}
