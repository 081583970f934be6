import { useLocation } from 'wouter';
import type { Refusal } from '../../shared/desk/refusal.ts';
import type { Privacy } from '../../shared/session/closed-lists.ts';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { emptyDraft, isBlank, personInput } from './person-draft.ts';
import type { PersonDraft } from './person-draft.ts';

/** Where to go once the person is saved: choose a procedure, one procedure at once, or on with the people. */
export type AfterIntake = 'procedures' | 'people' | { readonly procedure: string };

interface Intake {
  readonly choosePrivacy: (privacy: Privacy) => void;
  /** Writes the person down and goes on; false when refused. */
  readonly save: (draft: PersonDraft, editing: string | undefined, goTo: AfterIntake) => Promise<boolean>;
  readonly remove: (personId: string) => void;
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
}

/** What the intake screen asks of the desk. Whoever the session is about is in it from then on, with no details when nothing was written. */
export function useIntake({ id: sessionId, privacy, people }: SessionDetail): Intake {
  const [, navigate] = useLocation();
  const change = useDeskAction('changePrivacy');
  const add = useDeskAction('addPerson');
  const update = useDeskAction('updatePerson');
  const remove = useDeskAction('removePerson');
  const start = useDeskAction('startRun');
  const actions = [change, add, update, remove, start];

  const writePerson = async (draft: PersonDraft, editing: string | undefined) => {
    if (editing !== undefined) return (await update.run({ sessionId, personId: editing, person: personInput(draft) })).ok;
    const nobodyNamed = privacy === 'anonymous' || isBlank(draft);
    if (nobodyNamed && people.length > 0) return true;
    return (await add.run({ sessionId, person: personInput(nobodyNamed ? emptyDraft('main') : draft) })).ok;
  };
  const goOn = async (goTo: AfterIntake) => {
    if (goTo === 'people') return true;
    if (goTo === 'procedures') {
      navigate(paths.chooseProcedure(sessionId));
      return true;
    }
    const reply = await start.run({ sessionId, procedure: goTo.procedure });
    if (reply.ok) navigate(paths.run(sessionId, reply.value.record.id));
    return reply.ok;
  };
  return {
    choosePrivacy: (next) => void change.run({ sessionId, privacy: next }),
    save: async (draft, editing, goTo) => (await writePerson(draft, editing)) && goOn(goTo),
    remove: (personId) => void remove.run({ sessionId, personId }),
    busy: actions.some((action) => action.busy),
    refusal: actions.find((action) => action.refusal)?.refusal,
  };
}
