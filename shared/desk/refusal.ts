/**
 * Every expected "no" of the desk. The Italian sentence of each is in `resources/locales/it/refusals.json`; a code without
 * one does not compile (see electron/host/sentences.ts).
 */
export const refusalCodes = [
  // the gate
  'unknown-method',
  'invalid-input',
  'too-large',
  'not-signed-in',
  'supervisor-only',
  'crashed',
  'connection-lost',
  // set-up and accounts
  'already-set-up',
  'not-set-up',
  'wrong-passphrase',
  'locked-out',
  'account-disabled',
  'wrong-recovery-code',
  'passphrase-replaced',
  'recovery-code-replaced',
  'name-taken',
  'last-supervisor',
  // the records
  'keyring-damaged',
  'keyring-mixed',
  'database-damaged',
  'database-newer',
  'database-in-use',
  'disk-full',
  'folder-read-only',
  'no-reminder-day',
  'folder-in-the-way',
  'no-such-copy',
  // sessions
  'no-such-session',
  'session-closed',
  'session-not-closed',
  'session-not-resumed',
  'session-not-interrupted',
  'session-confidential',
  'session-anonymous',
  'session-not-empty',
  'too-late-to-reopen',
  'no-such-person',
  'person-already-present',
  'main-person-missing',
  'confidential-no-reminder',
  'main-person-present',
  'codice-fiscale-invalid',
  'birth-date-in-future',
  // runs
  'no-such-procedure',
  'no-such-run',
  'run-ended',
  'no-such-step',
  'answer-not-fitting',
  'no-such-document',
  'no-such-submission',
  'submission-pending',
  'no-such-number',
  'no-such-follow-up',
  'printing-not-allowed',
  'no-such-print',
  // the hub
  'hub-not-set',
  'hub-address-not-safe',
  'hub-unreachable',
  'hub-not-understood',
  'hub-not-connected',
  'hub-not-enrolled',
  'hub-busy',
  'hub-crashed',
  'training-has-its-hub',
  'enrolment-code-wrong',
  'enrolment-code-used',
  'enrolment-code-expired',
  // consultations and calls
  'question-empty',
  'question-has-codice-fiscale',
  'question-has-iban',
  'question-has-e-mail',
  'question-has-long-number',
  'already-asking',
  'no-such-office',
  'no-office-covers',
  'no-such-consultation',
  'consultation-not-possible-now',
  'no-such-call',
  'call-full',
  'no-relay',
  'no-such-leg',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** What fills the blanks of a sentence: counts, seconds, field names. Never personal data. */
export type RefusalDetails = Readonly<Record<string, string | number>>;

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  /** Fit for the screen: what happened and what to do, in Italian. */
  readonly sentence: string;
  readonly details?: RefusalDetails;
}

export type Reply<T> = { readonly ok: true; readonly value: T } | Refusal;

/** What a host method returns: the gate adds the sentence. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: RefusalCode; readonly details?: RefusalDetails };

export const answer = <T>(value: T): Answer<T> => ({ ok: true, value });
export const refuse = (code: RefusalCode, details?: RefusalDetails): Answer<never> =>
  details === undefined ? { ok: false, code } : { ok: false, code, details };
