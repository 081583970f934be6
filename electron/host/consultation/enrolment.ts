import { answer } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { newDeskKey } from '../hub-link/desk-key.ts';
import type { HubIdentity } from '../hub-link/hub-identity-store.ts';
import { postEnrolment } from '../hub-link/post-enrolment.ts';

/** What officials call this desk. */
export const deskNameOf = ({ comune }: Settings): string => `Comune di ${comune.name} (${comune.province})`;

/** Makes a key and shows its public half to a hub with a one-time code; the private half leaves this desk for nobody. */
export async function enrolAt(origin: string, code: string, deskName: string): Promise<Answer<HubIdentity>> {
  const { privateKey, publicKey } = newDeskKey();
  const enrolled = await postEnrolment(origin, { code, publicKey, deskName });
  return enrolled.ok ? answer({ address: origin, deskId: enrolled.value.deskId, privateKey }) : enrolled;
}
