import type { Temporal } from 'temporal-polyfill';
import { instantText } from '../../../shared/desk/clock.ts';
import type { Outcome } from '../../../shared/session/closed-lists.ts';
import type { NumberKind } from '../../../shared/session/closed-lists.ts';
import type { CatalogueEntry } from '../host-context.ts';
import { writeMark } from '../session/mark-store.ts';
import { insertNumber } from '../session/number-store.ts';
import { endRunRow, insertRun } from '../session/run-store.ts';
import { saveStep } from '../session/step-store.ts';
import { insertSubmission, settleSubmissionRow } from '../session/submission-store.ts';
import type { Walk } from './synthetic-walk.ts';
import type { SyntheticWriting } from './synthetic-writing.ts';

/** One procedure carried out in a synthetic session. */
export interface SyntheticRun {
  readonly entry: CatalogueEntry;
  readonly walk: Walk;
}

interface RunPlace {
  readonly sessionId: string;
  /** Id of the person whom the walk calls `main`. */
  readonly mainPerson: string;
  readonly at: Temporal.Instant;
  readonly ending: { readonly at: Temporal.Instant; readonly outcome: Outcome } | undefined;
}

/** Writes a run: its steps, the marks on its papers, what was sent, the numbers that came back. */
export function writeRun(writing: SyntheticWriting, { entry, walk }: SyntheticRun, place: RunPlace): void {
  const { db } = writing;
  const { sessionId, at, ending } = place;
  const runId = writing.id(at);
  const started = instantText(at);
  insertRun(db, { id: runId, session_id: sessionId, procedure_id: entry.procedure.id, content_hash: entry.contentHash, started_at: started });
  walk.steps.forEach(({ step, facts }, index) => {
    saveStep(db, runId, { step, facts, done: true, next: walk.steps[index + 1]?.step ?? step, visit: index + 1 }, started);
  });
  for (const { document, subject, state } of walk.documents) {
    writeMark(db, runId, document, subject === 'main' ? place.mainPerson : subject, state, started);
  }
  if (ending === undefined) return;
  writeSubmissions(writing, runId, walk, ending.at);
  endRunRow(db, runId, ending.outcome, instantText(ending.at));
}

function writeSubmissions(writing: SyntheticWriting, runId: string, walk: Walk, at: Temporal.Instant): void {
  const { db } = writing;
  for (const step of walk.submissions) {
    const submission = writing.id(at);
    insertSubmission(db, { id: submission, run: runId, step: step.id, portal: step.portal ?? '', at: instantText(at) });
    settleSubmissionRow(db, submission, runId, true, instantText(at));
    for (const kind of step.numbers ?? []) {
      insertNumber(db, { id: writing.id(at), run: runId, kind, value: numberOf(writing, kind, walk.day), at: instantText(at) });
    }
  }
}

/** Numbers in the shapes portals give them; no such number was ever issued. */
function numberOf({ chance }: SyntheticWriting, kind: NumberKind, day: string): string {
  const digits = (count: number) => String(chance.between(0, 10 ** count - 1)).padStart(count, '0');
  const [year, month, date] = day.split('-');
  switch (kind) {
    case 'protocollo':
      return `INPS.${digits(4)}.${date}/${month}/${year}.${digits(7)}`;
    case 'domus':
      return digits(13);
    case 'certificate':
      return digits(15);
    case 'other':
      return `INPS-ISEE-${year}-${digits(8)}X-00`;
  }
}
