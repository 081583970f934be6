import { z } from 'zod';

/** What a question to INPS is about; an office says which of them it covers. The words are in `locales/<lang>/hub.json`. */
export const topics = ['disability', 'isee', 'inclusion', 'family', 'unemployment', 'pensions', 'contributions', 'payments', 'identity', 'other'] as const;
export const topicSchema = z.enum(topics);
export type Topic = z.infer<typeof topicSchema>;

/** Languages a conversation may be held in; `lis` is Italian Sign Language. */
export const spokenLanguages = ['it', 'de', 'sl', 'fr', 'en', 'ro', 'sq', 'uk', 'ar', 'zh', 'lis'] as const;
export const spokenLanguageSchema = z.enum(spokenLanguages);
export type SpokenLanguage = z.infer<typeof spokenLanguageSchema>;

/** `deadline`: something runs out within days, so today matters. */
export const urgencies = ['ordinary', 'deadline'] as const;
export const urgencySchema = z.enum(urgencies);
export type Urgency = z.infer<typeof urgencySchema>;

/** How one stretch of a consultation is held. */
export const media = ['video', 'audio', 'phone', 'link'] as const;
export const mediumSchema = z.enum(media);
export type Medium = z.infer<typeof mediumSchema>;

/** Why an official sends a question back to the desk for good. */
export const declineReasons = ['not-our-office', 'appointment-needed', 'standard-route', 'patronato-needed', 'question-unclear', 'office-closing'] as const;
export const declineReasonSchema = z.enum(declineReasons);
export type DeclineReason = z.infer<typeof declineReasonSchema>;

/** How a consultation ended. Nothing else is ever recorded as a reason. */
export const endReasons = [
  'done',
  'withdrawn',
  'declined',
  'desk-did-not-answer',
  'desk-gone',
  'desk-revoked',
  'official-gone',
  'expired',
] as const;
export const endReasonSchema = z.enum(endReasons);
export type EndReason = z.infer<typeof endReasonSchema>;

/** What came of a consultation, in the official's words. */
export const consultationOutcomes = ['answered', 'solved', 'taken-in-charge', 'papers-needed', 'to-be-submitted', 'appointment', 'not-entitled', 'referred', 'cut-off'] as const;
export const consultationOutcomeSchema = z.enum(consultationOutcomes);
export type ConsultationOutcome = z.infer<typeof consultationOutcomeSchema>;

/** Who may be in a call, besides desk and official: at most two of them, by a one-time link. */
export const guestRoles = ['interpreter', 'sign-interpreter', 'relative', 'colleague'] as const;
export const guestRoleSchema = z.enum(guestRoles);
export type GuestRole = z.infer<typeof guestRoleSchema>;
