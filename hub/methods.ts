import type { HubAnswer } from '../shared/hub/hub-refusal.ts';
import type { Connection, HubParty } from './connection.ts';
import type { HubContext } from './hub-context.ts';

interface CallOf<Who extends HubParty, Input> {
  readonly hub: HubContext;
  readonly connection: Connection;
  readonly party: Who;
  readonly input: Input;
}

/** One call of a party that is known, its input already checked. */
export type HubCall<Kind extends HubParty['kind'], Input> = CallOf<Extract<HubParty, { kind: Kind }>, Input>;

/** The hub's side of a contract: one function a method. A signal is answered at once, so that signals keep their order. */
export type HubMethods<Kind extends HubParty['kind'], Api> = {
  readonly [Method in keyof Api]: Api[Method] extends (input: infer Input) => infer Value
    ? (call: HubCall<Kind, Input>) => HubAnswer<Value> | Promise<HubAnswer<Value>>
    : never;
};
