import { z } from 'zod';
import { consultationOutcomeSchema, declineReasonSchema, endReasonSchema, guestRoleSchema, mediumSchema, spokenLanguageSchema, topicSchema } from './closed-lists.ts';
import { checklistSchema, preparedQuestionSchema } from './prepared-question.ts';
import { partySchema } from './signal.ts';
import { guestPartySchema } from './hub-shapes.ts';
import { sealedWrapUpSchema, sealingKeySchema } from './wrap-up.ts';

const instant = z.iso.datetime();
/** A meeting in another programme: desks open it, so it must be a web address and nothing else. */
const meetingSchema = z.url({ protocol: /^https$/ }).max(500);

/** An INPS office as desks see it. */
export const officeSchema = z.strictObject({
  id: z.string().max(60),
  name: z.string().max(120),
  /** Called when the line does not carry a call; shown at the desk. */
  phone: z.string().max(30).nullable(),
  /** A meeting elsewhere (Teams) the office falls back to. */
  externalLink: meetingSchema.nullable(),
  topics: z.array(topicSchema),
  languages: z.array(spokenLanguageSchema),
  /** Officials of this office who take calls now. */
  available: z.number().int().min(0),
  waiting: z.number().int().min(0),
  /** Seconds; null when too few calls were answered to say. */
  medianWait: z.number().int().min(0).nullable(),
});
export type Office = z.infer<typeof officeSchema>;

/** Who is in a call, as everybody in it sees it. */
export const presenceSchema = z.strictObject({ party: partySchema, name: z.string().max(80), role: z.union([z.enum(['desk', 'official']), guestRoleSchema]), connected: z.boolean() });
export type Presence = z.infer<typeof presenceSchema>;

/** An invitation nobody has used yet: the place it keeps, and until when. */
export const invitedSchema = z.strictObject({ party: guestPartySchema, role: guestRoleSchema, until: instant });
export type Invited = z.infer<typeof invitedSchema>;

/** What the people of a call share through the hub. `sealingKeys` close what must pass it unread. */
export const callViewSchema = z.strictObject({
  callId: z.uuid(),
  parties: z.array(presenceSchema).max(4),
  /** Guests are not told of one another's invitations. */
  invited: z.array(invitedSchema).max(2),
  /** How the call is held now, as the desk last said. */
  medium: mediumSchema,
  deskSealingKey: sealingKeySchema,
});
export type CallView = z.infer<typeof callViewSchema>;

/** A desk's own consultation. */
export const deskConsultationSchema = z.strictObject({
  id: z.uuid(),
  officeId: z.string(),
  officeName: z.string(),
  officePhone: z.string().nullable(),
  externalLink: meetingSchema.nullable(),
  state: z.enum(['waiting', 'promised', 'ringing', 'active', 'ended']),
  askedAt: instant,
  position: z.number().int().min(1).nullable(),
  medianWait: z.number().int().min(0).nullable(),
  officialsAvailable: z.number().int().min(0),
  callBackAt: instant.nullable(),
  officialName: z.string().nullable(),
  call: callViewSchema.nullable(),
  endReason: endReasonSchema.nullable(),
  decline: declineReasonSchema.nullable(),
  wrapUp: sealedWrapUpSchema.nullable(),
});
export type DeskConsultation = z.infer<typeof deskConsultationSchema>;

/** All a desk knows of the hub; sent whole at each change, so that a lost one does no harm. */
export const deskHubViewSchema = z.strictObject({ deskName: z.string(), offices: z.array(officeSchema), consultations: z.array(deskConsultationSchema) });
export type DeskHubView = z.infer<typeof deskHubViewSchema>;

/** A consultation as the officials of its office see it. */
export const officialConsultationSchema = z.strictObject({
  id: z.uuid(),
  deskName: z.string(),
  officeId: z.string(),
  question: preparedQuestionSchema,
  checklist: checklistSchema.nullable(),
  state: z.enum(['waiting', 'promised', 'ringing', 'active', 'ended']),
  askedAt: instant,
  callBackAt: instant.nullable(),
  deskConnected: z.boolean(),
  /** The desk's own telephone, for when the line does not carry a call. */
  deskPhone: z.string().nullable(),
  officialName: z.string().nullable(),
  mine: z.boolean(),
  call: callViewSchema.nullable(),
  endReason: endReasonSchema.nullable(),
  endedAt: instant.nullable(),
  wrappedUp: z.boolean(),
});
export type OfficialConsultation = z.infer<typeof officialConsultationSchema>;

/** All an official's page knows; sent whole at each change. */
export const officialHubViewSchema = z.strictObject({
  name: z.string(),
  officeId: z.string(),
  offices: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  available: z.boolean(),
  topics: z.array(topicSchema),
  languages: z.array(spokenLanguageSchema),
  /** Waiting for this office, first come first; then what was promised, by time. */
  queue: z.array(officialConsultationSchema),
  mine: z.array(officialConsultationSchema),
  /** What this official had today, the latest first. */
  day: z.array(z.strictObject({ id: z.uuid(), deskName: z.string(), topic: topicSchema, claimedAt: instant, endedAt: instant.nullable(), endReason: endReasonSchema.nullable(), outcome: consultationOutcomeSchema.nullable(), wrappedUp: z.boolean() })),
  /** The session of this page ends then. */
  sessionUntil: instant,
});
export type OfficialHubView = z.infer<typeof officialHubViewSchema>;

/** What a guest's page knows. */
export const guestHubViewSchema = z.strictObject({ party: partySchema, role: guestRoleSchema, call: callViewSchema.nullable(), ended: z.boolean() });
export type GuestHubView = z.infer<typeof guestHubViewSchema>;

/** A relay and its time-limited key, as a browser wants them. */
export const iceServerSchema = z.strictObject({ urls: z.array(z.string().max(300)).max(8), username: z.string().max(200).optional(), credential: z.string().max(200).optional() });
/** `until` is the hub's clock; whoever renews in time counts `validFor` seconds from the answer, for clocks may be a day apart. */
export const relayPassSchema = z.strictObject({ iceServers: z.array(iceServerSchema).max(8), until: instant, validFor: z.number().int().min(0).max(600) });
export type RelayPass = z.infer<typeof relayPassSchema>;
