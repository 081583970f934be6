/**
 * Everything that can be wrong with a procedure folder, sieve by sieve. The Italian sentence of each is in
 * `resources/locales/it/procedure-problems.json`; a code without one does not compile (see electron/host/problem-sentences.ts).
 */
export const problemCodes = [
  // the folder and its files
  'folder-name',
  'file-missing',
  'file-unreadable',
  'file-outside',
  'file-too-large',
  'file-not-utf8',
  // first sieve: JSON
  'json-broken',
  'json-too-deep',
  'json-repeated-key',
  'json-forbidden-key',
  // second sieve: the strict schema
  'schema-newer',
  'field-missing',
  'field-unknown',
  'field-wrong-kind',
  'value-not-allowed',
  'value-too-short',
  'value-too-long',
  'value-malformed',
  'date-malformed',
  'id-malformed',
  'key-malformed',
  'shape-malformed',
  'comparison-not-one',
  'options-without-choice',
  'submission-without-portal',
  'questions-without-facts',
  'documents-without-list',
  'period-empty',
  // third sieve: meaning
  'id-not-folder',
  'id-repeated',
  'listed-twice',
  'unknown-fact',
  'unknown-document',
  'unknown-deadline',
  'unknown-amount',
  'unknown-source',
  'unknown-table',
  'unknown-condition',
  'unknown-option',
  'unknown-province',
  'wrong-comparison',
  'not-a-date-fact',
  'key-not-listable',
  'asked-too-late',
  'listed-too-late',
  'sent-too-late',
  'not-a-submission',
  'in-no-step',
  'circular',
  'never-holds',
  'outcome-never-first',
  'no-outcome',
  'bounds-crossed',
  'bounds-misplaced',
  'day-not-in-calendar',
  'validity-crossed',
  'review-before-check',
  'checked-after-review',
  'text-missing',
  'option-label-missing',
  'nothing-to-read-aloud',
  // warnings: the procedure works all the same
  'never-used',
  'text-superfluous',
  'amount-expired',
  'review-due',
  'procedure-expired',
  'procedure-not-yet-valid',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** An error sets the folder aside; with a warning the procedure works. */
export type ProblemKind = 'error' | 'warning';

export interface ProcedureProblem {
  readonly kind: ProblemKind;
  /** `procedure.json`, `it.json`, or empty for the folder itself. */
  readonly file: string;
  /** Where in the file, by ids: `steps.who.when.all.2`; empty for the whole of it. */
  readonly place: string;
  readonly code: ProblemCode;
  /** What fills the blanks of the sentence. */
  readonly details: Readonly<Record<string, string | number>>;
}

export const definitionFile = 'procedure.json';
export const italianFile = 'it.json';

/** An error in `procedure.json`. */
export const wrong = (code: ProblemCode, place: string, details: ProcedureProblem['details'] = {}): ProcedureProblem => ({
  kind: 'error',
  file: definitionFile,
  place,
  code,
  details,
});

/** Something in `procedure.json` that works and should be looked at. */
export const doubtful = (code: ProblemCode, place: string, details: ProcedureProblem['details'] = {}): ProcedureProblem => ({
  ...wrong(code, place, details),
  kind: 'warning',
});
