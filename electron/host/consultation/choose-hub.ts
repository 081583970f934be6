import { instantText } from '../../../shared/desk/clock.ts';
import type { LinkRefusal } from '../../../shared/desk/hub-link-view.ts';
import { answer } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { inTransaction } from '../db/in-transaction.ts';
import { hubOrigin } from '../hub-link/hub-address.ts';
import { hubIdentityAt, keepHubIdentity, removeHubIdentity } from '../hub-link/hub-identity-store.ts';
import type { HubIdentity } from '../hub-link/hub-identity-store.ts';
import type { TrialHubHere } from '../hub-link/trial-hub-source.ts';
import { deskNameOf, enrolAt } from './enrolment.ts';
import type { HubGround } from './hub-ground.ts';

/** The hub the settings name: its origin, or what they say where that is no address. Training never meets a real official. */
export function hubOfSettings({ mode, settings }: HubGround): string | null {
  const { hubAddress } = settings();
  if (mode === 'training' || hubAddress === null) return null;
  const origin = hubOrigin(hubAddress);
  return origin.ok ? origin.value : hubAddress;
}

/** Who this desk is at a hub of the settings, or what the supervisor has to do about it. */
export function identityOrRefusal({ db }: HubGround, address: string): HubIdentity | LinkRefusal {
  if (!hubOrigin(address).ok) return 'address-not-safe';
  return hubIdentityAt(db, address) ?? 'not-enrolled';
}

/** Who this desk is at the trial hub; made known there now if it was not. Nothing is written down yet. */
export async function identityAtTrial({ db, settings }: HubGround, trial: TrialHubHere): Promise<Answer<HubIdentity>> {
  const known = hubIdentityAt(db, trial.address);
  return known === undefined ? enrolAt(trial.address, await trial.newEnrolmentCode(), deskNameOf(settings())) : answer(known);
}

/** Keeps a new identity; one that is known already is left alone. */
export function keepIdentity({ db, journal, clock }: HubGround, identity: HubIdentity): void {
  if (hubIdentityAt(db, identity.address)?.deskId === identity.deskId) return;
  inTransaction(db, () => {
    keepHubIdentity(db, identity, instantText(clock()));
    journal.append('desk-enrolled', { data: { desk: identity.deskId } });
  });
}

export function forgetIdentity({ db, journal }: HubGround, address: string | null): void {
  inTransaction(db, () => {
    if (address !== null) removeHubIdentity(db, address);
    journal.append('hub-forgotten');
  });
}
