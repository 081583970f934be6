import { deskApi } from '../../shared/desk/desk-api.ts';
import type { DeskInput, DeskValue } from '../../shared/desk/desk-api.ts';
import { refuse } from '../../shared/desk/refusal.ts';
import type { Answer } from '../../shared/desk/refusal.ts';
import type { DeskCore } from './desk-core.ts';
import { deskHalf } from './host-context.ts';
import type { SessionHalf } from './host-context.ts';

type SessionMethod = keyof SessionHalf;

const isSessionMethod = (name: string): name is SessionMethod => !deskHalf.some((one) => one === name);

/** The session half of the contract, whoever is signed in: each call goes to the stores of the records open now. */
export function sessionHalfMethods(core: DeskCore): SessionHalf {
  const forward =
    <Method extends SessionMethod>(method: Method) =>
    (input: DeskInput<Method>): Answer<DeskValue<Method>> | Promise<Answer<DeskValue<Method>>> =>
      core.open === undefined ? refuse('not-signed-in') : core.open.sessions[method](input);
  const names = Object.keys(deskApi).filter(isSessionMethod);
  return Object.fromEntries(names.map((name) => [name, forward(name)])) as unknown as SessionHalf;
}
