import type { DeskHubView } from '../hub/hub-views.ts';

/** Why the line to the hub is not there right now, as far as the desk can tell; it goes on trying. */
export type LineTrouble =
  /** Nobody answers at the address: no network, a wrong address, a hub that is off. */
  | 'unreachable'
  /** The hub's certificate is not valid for this computer: its clock may be wrong, or somebody sits in between. */
  | 'certificate'
  /** It was there and fell silent. */
  | 'silent'
  /** The hub said it restarts. */
  | 'restarting'
  /** It answers, but not as a hub does. */
  | 'not-a-hub';

/** Why the desk does not try any more until somebody does something. */
export type LinkRefusal =
  /** There is an address and no enrolment: the supervisor enters a one-time code. */
  | 'not-enrolled'
  /** Enrolled once, and since put out by whoever runs the hub. */
  | 'desk-revoked'
  /** Another computer is on line in this desk's name. */
  | 'opened-elsewhere'
  | 'too-many'
  /** Desk and hub are of versions that do not understand each other. */
  | 'not-understood'
  /** Only https (or this very computer) will do. */
  | 'address-not-safe';

/** Where the desk's line to the hub stands. */
export type HubLink =
  | { readonly at: 'none' }
  | { readonly at: 'connecting'; readonly trouble: LineTrouble | null }
  | { readonly at: 'connected' }
  | { readonly at: 'refused'; readonly reason: LinkRefusal };

/** All a screen knows of the hub. */
export interface HubLinkView {
  readonly link: HubLink;
  /** Origin of the hub, `https://hub.example.it`; null without one. */
  readonly address: string | null;
  /** A hub for trying out, on this computer: no INPS official answers there. Where its official's page is. */
  readonly trial: { readonly officialAddress: string } | null;
  /**
   * What the hub said last, without the consultations of sessions the signed-in clerk may not see. It stays while the line is
   * down: look at `link` before believing it. Null before the first.
   */
  readonly view: DeskHubView | null;
  /** Whose each consultation of the view is: session by consultation. */
  readonly sessions: Readonly<Record<string, string>>;
}
