import type { ControlMessage } from '../../../shared/call/control-message.ts';
import type { GuestRole } from '../../../shared/hub/closed-lists.ts';
import type { Party } from '../../../shared/hub/signal.ts';
import { CallConductor } from '../call-conductor.ts';
import type { CallConductorOptions } from '../call-conductor.ts';
import type { CallSnapshot } from '../call-snapshot.ts';
import { MediaLadder } from '../media-ladder.ts';
import type { LineView } from '../media-ladder.ts';

export type Role = 'desk' | 'official' | GuestRole;

/** One line of a call as a page shows it; another object at each change. */
export interface LinkSnapshot {
  readonly party: Party;
  readonly role: Role;
  /** What a guest wants to be called; empty before it is known, and for the others, whose names the hub knows. */
  readonly name: string;
  readonly call: CallSnapshot;
  /** Undefined until it was looked at twice. */
  readonly line: LineView | undefined;
}

export interface MeshLinkOptions extends CallConductorOptions {
  readonly role: Role;
  readonly onChange: () => void;
  /** The control channel of a new connection is open. */
  readonly onOpened: () => void;
  readonly onSaid: (message: ControlMessage) => void;
}

/** The line to one other party: its conductor, and the ladder that looks after what is sent while it is live. */
export class MeshLink {
  readonly party: Party;
  readonly role: Role;
  readonly conductor: CallConductor;
  readonly ladder: MediaLadder;
  readonly #onChange: () => void;
  #snapshot: LinkSnapshot;

  constructor(options: MeshLinkOptions) {
    this.party = options.peer;
    this.role = options.role;
    this.#onChange = options.onChange;
    const conductor = new CallConductor(options);
    this.conductor = conductor;
    this.ladder = new MediaLadder({ pc: () => conductor.link.pc, flow: conductor.watch, onSample: options.legs.countSample, onChange: (line) => this.#change({ line }) });
    this.#snapshot = { party: this.party, role: this.role, name: '', call: conductor.snapshot(), line: undefined };
    conductor.subscribe(() => this.#callChanged());
    conductor.link.listen({
      built: (_, { control }) => control.addEventListener('open', options.onOpened),
      said: (message) => this.#said(message, options.onSaid),
    });
  }

  get snapshot(): LinkSnapshot {
    return this.#snapshot;
  }

  get at(): CallSnapshot['state']['at'] {
    return this.#snapshot.call.state.at;
  }

  /** Something is sent on it, or about to be. */
  get isCarried(): boolean {
    return this.at === 'connecting' || this.at === 'live' || this.at === 'bridging';
  }

  /** For good: the call is over, or the other party is no longer in it. */
  end(): void {
    this.conductor.consultationEnded();
    this.ladder.stop();
  }

  #callChanged(): void {
    if (this.conductor.snapshot().state.at === 'live') this.ladder.start();
    else this.ladder.stop();
    this.#change({ call: this.conductor.snapshot() });
  }

  #said(message: ControlMessage, onSaid: (message: ControlMessage) => void): void {
    // Nobody takes the name of desk or official by saying so.
    if (message.kind === 'name' && this.party !== 'desk' && this.party !== 'official') this.#change({ name: message.name });
    else onSaid(message);
  }

  #change(change: Partial<LinkSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.#onChange();
  }
}
