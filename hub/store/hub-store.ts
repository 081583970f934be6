import type { Consultation, ConsultationEvent } from '../../shared/hub/consultation.ts';
import type { ConsultationOutcome, GuestRole, Medium, SpokenLanguage, Topic } from '../../shared/hub/closed-lists.ts';
import type { GuestParty } from '../../shared/hub/hub-shapes.ts';
import type { Checklist, PreparedQuestion } from '../../shared/hub/prepared-question.ts';

/** What opening a store says when another hub has it. */
export const anotherHubIsRunning = 'another hub is running on this folder';

/** An INPS office, as set up. */
export interface StoredOffice {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
  readonly externalLink: string | null;
  readonly topics: readonly Topic[];
  readonly languages: readonly SpokenLanguage[];
}

export interface StoredDesk {
  readonly id: string;
  /** Raw Ed25519 key, base64url. */
  readonly publicKey: string;
  readonly name: string;
  readonly phone: string | null;
  readonly revoked: boolean;
}

export interface StoredOfficial {
  readonly id: string;
  readonly name: string;
  readonly officeId: string;
  readonly available: boolean;
  readonly topics: readonly Topic[];
  readonly languages: readonly SpokenLanguage[];
  readonly disabled: boolean;
}

/** A consultation and what its views need beside it. */
export interface StoredConsultation extends Consultation {
  readonly deskName: string;
  readonly deskPhone: string | null;
  readonly deskSealingKey: string;
  readonly officialName: string | null;
  /** When the official of its state took it. */
  readonly takenAt: string | null;
  readonly medium: Medium;
  /** Stays when the sealed words are gone. */
  readonly outcome: ConsultationOutcome | null;
  readonly wrapUpKept: boolean;
}

/** Who moves a consultation: each may move what is theirs, the hub itself anything. */
export type Actor = { readonly kind: 'desk'; readonly deskId: string } | { readonly kind: 'official'; readonly officialId: string } | { readonly kind: 'hub' };

export interface StoredGuest {
  readonly callId: string;
  readonly party: GuestParty;
  readonly role: GuestRole;
  /** Came in by the link. */
  readonly entered: boolean;
  /** The link opens nothing afterwards. */
  readonly expiresAt: string;
}

export interface NewConsultation {
  readonly id: string;
  readonly deskId: string;
  readonly officeId: string;
  readonly question: PreparedQuestion;
  readonly checklist: Checklist | null;
  readonly sealingKey: string;
  readonly at: string;
}

/** A hash, and until when what it is of may be used. */
export interface OneTime {
  readonly hash: string;
  readonly expiresAt: string;
}

export type OneTimeRefusal = 'wrong' | 'used' | 'expired';

/**
 * Everything the hub keeps. One method is one transaction; each step of a consultation is one conditional update, so that of
 * two that race exactly one succeeds. Values are plain data, and instants (`at`) come from the hub's clock. Implemented on
 * SQLite in this folder; written so that PostgreSQL can take its place.
 */
export interface StoreMethods {
  /** Whether another process has written since this was last asked. */
  changedElsewhere(): boolean;

  /** Adds an office or changes the one with its id. */
  putOffice(office: StoredOffice): void;
  offices(): readonly StoredOffice[];

  addEnrolmentCode(code: OneTime & { readonly at: string }): void;
  /** Uses a code up for a desk. With the same code and key again (the reply was lost) it answers the same desk. */
  enrol(input: { readonly hash: string; readonly deskId: string; readonly publicKey: string; readonly name: string; readonly at: string }): { readonly deskId: string } | OneTimeRefusal;
  desk(id: string): StoredDesk | undefined;
  desks(): readonly StoredDesk[];
  setDeskPhone(input: { readonly id: string; readonly phone: string | null }): void;
  /** Bars a desk and ends what it has under way; the consultations as they were. `undefined`: no such desk, or barred before. */
  revokeDesk(input: { readonly id: string; readonly at: string }): readonly StoredConsultation[] | undefined;

  addOfficial(official: { readonly id: string; readonly name: string; readonly officeId: string; readonly at: string }): void;
  official(id: string): StoredOfficial | undefined;
  officials(): readonly StoredOfficial[];
  setAvailability(input: { readonly officialId: string; readonly available: boolean; readonly topics: readonly Topic[]; readonly languages: readonly SpokenLanguage[] }): void;
  /** Bars an official and ends their sessions; false: no such official, or barred before. */
  disableOfficial(input: { readonly id: string; readonly at: string }): boolean;
  addInvitation(invitation: OneTime & { readonly officialId: string }): void;
  /** Exchanges an invitation for a session; the official's id. */
  openSession(input: { readonly invitation: string; readonly session: OneTime; readonly at: string }): { readonly officialId: string } | OneTimeRefusal;
  sessionOf(input: { readonly hash: string; readonly at: string }): { readonly official: StoredOfficial; readonly until: string } | undefined;
  endSession(input: { readonly hash: string; readonly at: string }): void;

  /** `known`: asked before with this id; `foreign`: the id is another desk's; `full`: too many unfinished ones. */
  ask(consultation: NewConsultation & { readonly most: number }): 'asked' | 'known' | 'foreign' | 'full';
  consultation(id: string): StoredConsultation | undefined;
  /** One step of `nextConsultation`; `undefined` when it does not fit where the consultation stands or is not this actor's. */
  step(input: { readonly id: string; readonly event: ConsultationEvent; readonly by: Actor; readonly at: string }): StoredConsultation | undefined;
  /** False when the desk has no such unfinished consultation. */
  reportProgress(input: { readonly id: string; readonly deskId: string; readonly checklist: Checklist }): boolean;
  reportMedium(input: { readonly callId: string; readonly deskId: string; readonly medium: Medium }): boolean;
  /** Forgets the sealed words; false when there is no result to confirm. A second time changes nothing. */
  confirmWrapUp(input: { readonly id: string; readonly deskId: string; readonly at: string }): boolean;
  /** Unfinished, and ended ones whose result the desk has not kept. */
  consultationsOfDesk(deskId: string): readonly StoredConsultation[];
  /** Waiting for an office or promised by it. */
  queueOf(officeId: string): readonly StoredConsultation[];
  /** In the hands of an official, and theirs that ended since. */
  consultationsOfOfficial(input: { readonly officialId: string; readonly endedSince: string }): readonly StoredConsultation[];
  unfinished(): readonly StoredConsultation[];
  /** Seconds waited by the last questions answered, the latest first. */
  latestWaits(input: { readonly officeId: string; readonly most: number }): readonly number[];
  /** Call-backs that rang since before an instant fall back to promised; the consultations as they are now. */
  stopUnanswered(input: { readonly rangBefore: string; readonly at: string }): readonly StoredConsultation[];
  /** Ended ones become counts; how many. `keptOrNone`: without words that wait for their desk; `others`: with. */
  purge(endedBefore: { readonly keptOrNone: string; readonly others: string; readonly at: string }): number;

  /** A place for one guest in a call of this actor's. */
  inviteGuest(input: OneTime & { readonly callId: string; readonly role: GuestRole; readonly by: Actor; readonly at: string }): GuestParty | 'no-such-call' | 'call-full';
  /** Exchanges a guest's link for a cookie. */
  letGuestIn(input: { readonly hash: string; readonly cookieHash: string; readonly at: string }): StoredGuest | OneTimeRefusal;
  guestOf(cookieHash: string): StoredGuest | undefined;
  guestsOf(callId: string): readonly StoredGuest[];
  /** Their link and their cookie open nothing afterwards. */
  removeGuest(input: { readonly callId: string; readonly party: GuestParty; readonly by: Actor }): boolean;
}

/** The same, answered later: the disk, or a database server, is never waited for in the hub's own thread. */
export type HubStore = { readonly [Name in keyof StoreMethods]: (...input: Parameters<StoreMethods[Name]>) => Promise<ReturnType<StoreMethods[Name]>> } & {
  close(): Promise<void>;
};
