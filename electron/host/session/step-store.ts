import type Database from 'better-sqlite3';
import type { Facts, FactValue } from '../../../shared/procedure/run-state.ts';
import { statement } from '../db/statement.ts';

/** What was recorded at one step of a run, and which step was shown after it. The highest `visit` was the last. */
export interface StepRecord {
  readonly step: string;
  readonly facts: Facts;
  readonly done: boolean;
  readonly next: string;
  readonly visit: number;
}

interface StepRow {
  readonly step_id: string;
  readonly facts_json: string;
  readonly done: 0 | 1;
  readonly next_step: string;
  readonly visit: number;
}

const ofRun = statement<[string], StepRow>(
  'select step_id, facts_json, done, next_step, visit from run_step where run_id = ? order by visit',
);
const save = statement<[string, string, string, 0 | 1, string, number, string]>(
  `insert into run_step (run_id, step_id, facts_json, done, next_step, visit, saved_at) values (?, ?, ?, ?, ?, ?, ?)
   on conflict do update set facts_json = excluded.facts_json, done = excluded.done, next_step = excluded.next_step,
     visit = excluded.visit, saved_at = excluded.saved_at`,
);

/** A run's steps, the one saved last at the end: of a fact asked twice the later answer counts. */
export const stepsOf = (db: Database.Database, runId: string): readonly StepRecord[] =>
  ofRun(db).all(runId).map((row) => ({
    step: row.step_id,
    facts: parseFacts(row.facts_json),
    done: row.done === 1,
    next: row.next_step,
    visit: row.visit,
  }));

const isFactValue = (value: unknown): value is FactValue =>
  value === null || typeof value === 'boolean' || typeof value === 'string' || typeof value === 'number';

const isFacts = (value: unknown): value is Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isFactValue);

/** By hand where elsewhere a schema would: every save reads all the steps of its run. */
function parseFacts(json: string): Facts {
  const facts: unknown = JSON.parse(json);
  if (!isFacts(facts)) throw new Error('A step of the records holds something else than answers');
  return facts;
}

export function saveStep(db: Database.Database, runId: string, record: StepRecord, at: string): void {
  save(db).run(runId, record.step, JSON.stringify(record.facts), record.done ? 1 : 0, record.next, record.visit, at);
}

/** The steps of a run after one more save, which `saveStep` has written or is about to. */
export const withStep = (steps: readonly StepRecord[], saved: StepRecord): readonly StepRecord[] => [
  ...steps.filter((record) => record.step !== saved.step),
  saved,
];

/** The answers of a run, of all its steps together. */
export const factsOf = (steps: readonly StepRecord[]): Facts => Object.assign({}, ...steps.map((record) => record.facts));

/** What the next save of a run counts as. */
export const nextVisit = (steps: readonly StepRecord[]): number => (steps.at(-1)?.visit ?? 0) + 1;

/** The step on screen; every run has one from its first moment. */
export const stepOnScreen = (steps: readonly StepRecord[]): string => steps.at(-1)?.next ?? '';
