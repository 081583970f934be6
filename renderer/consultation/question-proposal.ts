import type { Topic } from '../../shared/hub/closed-lists.ts';
import type { QuestionDraft } from '../../shared/hub/prepared-question.ts';
import { personalDataIn } from '../../shared/hub/personal-data-guard.ts';
import { evaluateRun } from '../../shared/procedure/procedure-run.ts';
import type { RunView } from '../../shared/procedure/run-view.ts';
import type { RunScreen, SessionDetail } from '../../shared/session/session-view.ts';

/** Which topic the questions of a procedure belong to; one that is not here is `other`. */
const topicOfProcedure: Readonly<Record<string, Topic>> = {
  'invalidita-civile': 'disability',
  isee: 'isee',
  'assegno-inclusione': 'inclusion',
  'assegno-unico': 'family',
  naspi: 'unemployment',
  certificati: 'payments',
};

/** A deadline within so many days makes a question urgent. */
const urgentDays = 7;
const longest = 300;

/**
 * The question as the desk can prepare it by itself from what was recorded: nothing the clerk typed, titles of the catalogue
 * alone, so that no personal data slips into it. What is asked stays the clerk's to say.
 * @param today calendar day, `YYYY-MM-DD`
 */
export function proposeQuestion(session: SessionDetail, run: RunScreen | undefined, today: string): QuestionDraft {
  const view = run && evaluateRun(run.procedure, run.state, today);
  return {
    topic: run ? (topicOfProcedure[run.procedure.id] ?? 'other') : 'other',
    urgency: view?.deadlines.some(({ daysLeft }) => daysLeft >= 0 && daysLeft <= urgentDays) ? 'deadline' : 'ordinary',
    language: 'it',
    preferential: false,
    done: run && view ? withoutPersonalData(doneIn(run, view)) : '',
    blocked: run && view ? withoutPersonalData(blockedIn(run, view)) : '',
    asked: '',
    identified: identifiedIn(session),
  };
}

function doneIn(run: RunScreen, view: RunView): string {
  const titles = view.steps.filter(({ state }) => state === 'done').map(({ id }) => run.texts.steps[id]?.title ?? id);
  return shortened([run.texts.title, ...titles].join('; '));
}

function blockedIn(run: RunScreen, view: RunView): string {
  const blocks = view.blocks.filter(({ passed }) => !passed).map(({ id }) => run.texts.blocks[id]?.what ?? '');
  const missing = view.documents.filter(({ state }) => state === 'missing' || state === 'cannot-find' || state === 'cannot-get').map(({ document }) => run.texts.documents[document]?.name ?? document);
  return shortened([...blocks, ...missing].join('; '));
}

const shortened = (text: string): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`);

/** Text of the catalogue may name a telephone number: it would only be refused. */
const withoutPersonalData = (text: string): string => (personalDataIn(text) === undefined ? text : '');

function identifiedIn({ people }: SessionDetail): QuestionDraft['identified'] {
  const identity = people.find(({ role }) => role === 'main')?.identity;
  if (identity === undefined || identity.document === 'none') return 'none';
  return identity.inDate === false ? 'expired' : 'in-date';
}
