import type { DocumentNeed, RunView } from '../procedure/run-view.ts';
import type { Outcome } from './closed-lists.ts';
import type { RunScreen } from './session-view.ts';

/** A paper the resident still has to find, once even if two procedures ask for it. */
export interface TakeHomePaper {
  readonly name: string;
  readonly role: DocumentNeed['role'];
  /** The paper is asked of several, so that its name alone does not say whose it is. */
  readonly ofSeveral: boolean;
  /** How to get it, when the clerk marked it as not to be found or not to be had. */
  readonly help: string | undefined;
}

/** A run, and how it stands on the day the page tells of. */
export interface RunOnPaper {
  readonly run: RunScreen;
  readonly view: RunView;
}

/** With these nothing is left to bring. */
const nothingMoreToBring: readonly Outcome[] = ['handed-over', 'not-entitled', 'cancelled'];

/** Papers marked as not there; those nobody spoke of only while the application has not gone out. Who sends it elsewhere takes along what was seen here, too. */
export function papersToBring({ run, view }: RunOnPaper): readonly TakeHomePaper[] {
  const { outcome } = run.record;
  if (outcome !== undefined && nothingMoreToBring.includes(outcome)) return [];
  return view.documents
    .filter(({ state }) => (state === undefined ? outcome !== 'submitted' : state === 'seen' ? outcome === 'referred' : state !== 'not-needed'))
    .map((need) => ({ name: run.texts.documents[need.document]?.name ?? need.document, role: need.role, ofSeveral: isOfSeveral(need, run), help: helpWith(need, run) }));
}

const isOfSeveral = ({ document }: DocumentNeed, { procedure }: RunScreen): boolean =>
  procedure.documents.some((asked) => asked.id === document && asked.for.length > 1);

function helpWith(need: DocumentNeed, run: RunScreen): string | undefined {
  const texts = run.texts.documents[need.document];
  if (need.state === 'cannot-find') return texts?.cannotFind;
  return need.state === 'cannot-get' ? texts?.cannotGet : undefined;
}
