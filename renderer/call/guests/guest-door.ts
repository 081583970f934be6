import type { GuestRole } from '../../../shared/hub/closed-lists.ts';
import type { GuestInvitation, GuestParty } from '../../../shared/hub/hub-shapes.ts';

/** How a page invites and sends away; what is refused is shown by who hands this over. */
export interface GuestDoor {
  /** Undefined when it was refused. At the desk the resident has agreed before. */
  readonly invite: (role: GuestRole) => Promise<GuestInvitation | undefined>;
  /** Somebody who came in, or an invitation nobody has used. */
  readonly remove: (party: GuestParty) => void;
  readonly busy: boolean;
}

/** An invitation made on this page: the hub shows its link once. */
export interface MadeHere extends GuestInvitation {
  /** Whom it is meant for, as written here; it stays on this page. */
  readonly label: string;
}
