import { calendarDay } from '../../../shared/desk/clock.ts';
import { preparedQuestionSchema } from '../../../shared/hub/prepared-question.ts';
import type { Checklist } from '../../../shared/hub/prepared-question.ts';
import type { HubInput } from '../hub-link/hub-link.ts';
import type { ChangeGround } from '../session/commit-change.ts';
import { runScreen } from '../session/run-screen.ts';
import { findRun } from '../session/run-store.ts';
import type { ConsultationRow } from './consultation-store.ts';
import { runChecklist } from './run-checklist.ts';

/** What the official sees of the run a consultation is about; null without one. */
export function checklistOf({ db, clock }: ChangeGround, runId: string | null): Checklist | null {
  const run = runId === null ? undefined : findRun(db, runId);
  return run === undefined ? null : runChecklist(runScreen(db, run), calendarDay(clock()));
}

/** A consultation as the hub is asked for it; `undefined` when there is no question any more. */
export function askInput(ground: ChangeGround, row: Pick<ConsultationRow, 'id' | 'run_id' | 'office_id' | 'question_json' | 'sealing_public_key'>): HubInput<'ask'> | undefined {
  const question = preparedQuestionSchema.safeParse(JSON.parse(row.question_json)).data;
  return question && { consultationId: row.id, officeId: row.office_id, question, checklist: checklistOf(ground, row.run_id), sealingKey: row.sealing_public_key };
}
