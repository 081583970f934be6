import { z } from 'zod';
import type { LegEndReason } from '../call/leg-reasons.ts';
import { guestRoleSchema } from '../hub/closed-lists.ts';
import type { ConsultationOutcome, DeclineReason, EndReason, Medium } from '../hub/closed-lists.ts';
import type { PreparedQuestion } from '../hub/prepared-question.ts';
import { lineSchema } from '../text/written-text.ts';

const count = z.number().int().min(0).max(1_000_000);
const milliseconds = z.number().min(0).max(100_000_000);

/** How one stretch of a call went, measured by the page that held it. `null`: it was not measured. */
export const legSummarySchema = z.strictObject({
  /** From taking up the call to the first picture or sound. */
  setupMs: milliseconds.nullable(),
  reconnections: count,
  /** Through a relay, or straight from one side to the other. */
  relayed: z.boolean().nullable(),
  /** Round trip, milliseconds. */
  rttMedian: milliseconds.nullable(),
  /** Share of packets lost, 0 to 1, in the worst twentieth of the time. */
  lossP95: z.number().min(0).max(1).nullable(),
  /** The picture stood still for so long. */
  frozenMs: milliseconds,
  secondsAudioOnly: z.number().min(0).max(100_000),
});
export type LegSummary = z.infer<typeof legSummarySchema>;

/** One stretch of a consultation by one medium. */
export interface LegRecord {
  readonly id: string;
  readonly medium: Medium;
  readonly openedAt: string;
  /** Null while it goes on. */
  readonly closedAt: string | null;
  readonly reason: LegEndReason | null;
  readonly summary: LegSummary | null;
}

/** What a clerk or the page notes during a call; each is recorded with its time. */
export const callNoteSchema = z.discriminatedUnion('kind', [
  /** The resident agrees: to be seen and heard by the official, to papers being shown, or to a third person in the call. */
  z.strictObject({ kind: z.literal('consent'), to: z.enum(['call', 'papers', 'guest']) }),
  /** The resident does so no longer. */
  z.strictObject({ kind: z.literal('consent-withdrawn'), to: z.literal('papers') }),
  /** Both sides compared the short code. */
  z.strictObject({ kind: z.literal('code-compared'), matches: z.boolean() }),
  /** The official's page has received and shown a paper. The paper itself is kept nowhere. */
  z.strictObject({ kind: z.literal('paper-seen'), label: lineSchema({ min: 1, max: 120 }) }),
  z.strictObject({ kind: z.literal('guest-joined'), role: guestRoleSchema }),
]);
export type CallNote = z.infer<typeof callNoteSchema>;
export type NotedCall = CallNote & { readonly at: string };

/** What the official left behind, opened at the desk. */
export interface KeptWrapUp {
  readonly at: string;
  readonly outcome: ConsultationOutcome;
  readonly standardRoute: boolean;
  /** The words; null when they could not be opened, or were wiped by retention. */
  readonly words: { readonly toDo: string; readonly followUp: { readonly due: string; readonly what: string } | null } | null;
}

/**
 * `asking`: written down here, the hub has not said yet that it has it. The others as in shared/hub/consultation.ts. `lost`: the
 * hub knows nothing of it any more.
 */
export type ConsultationStage = 'asking' | 'waiting' | 'promised' | 'ringing' | 'active' | 'ended' | 'lost';

/** One request of a session to an INPS office, as the desk's records have it. Instants are UTC ISO 8601. */
export interface ConsultationRecord {
  readonly id: string;
  readonly sessionId: string;
  /** The run whose checklist the official sees. */
  readonly runId: string | null;
  readonly officeId: string;
  readonly officeName: string;
  /** Its texts are empty once retention has wiped them. */
  readonly question: PreparedQuestion;
  readonly stage: ConsultationStage;
  readonly askedAt: string;
  readonly callBackAt: string | null;
  /** An official took it for the first time. */
  readonly claimedAt: string | null;
  readonly officialName: string | null;
  readonly endedAt: string | null;
  readonly endReason: EndReason | null;
  readonly decline: DeclineReason | null;
  readonly legs: readonly LegRecord[];
  readonly notes: readonly NotedCall[];
  readonly wrapUp: KeptWrapUp | null;
}
