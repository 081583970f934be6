import { z } from 'zod';
import { lineSchema } from '../text/written-text.ts';

/** What a desk posts to `hubPaths.enrol`, once: the code as it was typed, its raw Ed25519 public key (32 bytes, base64url), its name. */
export const enrolmentRequestSchema = z.strictObject({
  code: z.string().min(1).max(60),
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  deskName: lineSchema({ min: 1, max: 80 }),
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequestSchema>;

/** Status 200. */
export const enrolledSchema = z.strictObject({ deskId: z.uuid() });
export type Enrolled = z.infer<typeof enrolledSchema>;

/** Any other status: the code was wrong, used or has expired, too many were tried, or the request made no sense. */
export const enrolmentRefusalCodes = ['code-wrong', 'code-used', 'code-expired', 'too-many', 'invalid-input', 'too-large', 'crashed'] as const;
export const notEnrolledSchema = z.strictObject({ code: z.enum(enrolmentRefusalCodes) });
export type NotEnrolled = z.infer<typeof notEnrolledSchema>;
