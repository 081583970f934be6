import { useState } from 'react';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDesk } from '../desk/desk-context.tsx';
import { emptyDraft, isBlank } from './person-draft.ts';
import type { DraftProblems, PersonDraft } from './person-draft.ts';

/** What is being typed, and of whom: a person already in the session, or one to be added. */
interface PersonWork {
  readonly draft: PersonDraft;
  readonly editing: string | undefined;
}

/** The name under which the desk keeps what is half-typed in a session's intake form. */
export const intakeForm = (sessionId: string) => `intake ${sessionId}`;

/** The intake form's contents. Every change is also kept by the desk: a reload or a change of clerk finds it again. */
export function usePersonDraft(session: SessionDetail, left: string) {
  const desk = useDesk();
  const [work, setWork] = useState<PersonWork>(() => leftWork(session, left) ?? { draft: freshDraft(session), editing: undefined });
  const [problems, setProblems] = useState<DraftProblems>({});
  const keep = (text: string) => void desk.keepDraft({ form: intakeForm(session.id), text });
  const edit = (editing: string | undefined, draft: PersonDraft) => {
    setWork({ draft, editing });
    setProblems({});
    keep(editing === undefined && isBlank(draft) ? '' : JSON.stringify({ draft, editing }));
  };
  return {
    ...work,
    problems,
    setProblems,
    edit,
    write: (draft: PersonDraft) => edit(work.editing, draft),
    startAnew: (saved?: PersonDraft) => edit(undefined, freshDraft(session, saved)),
    forget: () => keep(''),
    nothingTyped: work.editing === undefined && isBlank(work.draft),
  };
}

/** What this form wrote down before; nothing when it was about somebody no longer in the session. */
function leftWork(session: SessionDetail, left: string): PersonWork | undefined {
  if (left === '') return undefined;
  const work: PersonWork = JSON.parse(left);
  const isThere = work.editing === undefined || session.people.some(({ id }) => id === work.editing);
  return isThere ? { draft: { ...emptyDraft('main'), ...work.draft }, editing: work.editing } : undefined;
}

/** An empty person in the first part nobody plays yet; `saved` has just taken one. */
function freshDraft(session: SessionDetail, saved?: PersonDraft): PersonDraft {
  const mainIsThere = saved?.role === 'main' || session.people.some(({ role }) => role === 'main');
  return emptyDraft(mainIsThere ? 'partner' : 'main');
}
