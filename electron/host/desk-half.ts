import { answer, refuse } from '../../shared/desk/refusal.ts';
import type { Answer } from '../../shared/desk/refusal.ts';
import { addClerk, changePassphrase, confirmRecoveryCode, disableClerk, listClerks, renewRecoveryCode, resetPassphrase } from './access/accounts.ts';
import type { DeskCore } from './desk-core.ts';
import { describeDesk } from './describe-desk.ts';
import { keepDraft, readDraft } from './drafts/clerk-drafts.ts';
import type { DeskHalf } from './host-context.ts';
import { restoreCopy } from './records/restore-copy.ts';
import { readSettings, saveSettings } from './settings/settings-methods.ts';
import { completeSetup, saveSetupDraft } from './setup/set-up.ts';
import { recoverAccess, signIn } from './access/sign-in.ts';
import { signOut } from './access/sign-out.ts';
import { prepareTraining } from './training/training-desk.ts';
import { verifyJournal } from './records/verify-journal.ts';

/** The half of the contract that needs nobody's session. */
export function deskHalfMethods(core: DeskCore): DeskHalf {
  const inTurn = oneAtATime();
  const inSeat = whoAsked(core, inTurn);
  return {
    describeDesk: async () => {
      if (core.mode === 'training') await inTurn(() => prepareTraining(core));
      return answer(describeDesk(core));
    },
    saveSetupDraft: (draft) => saveSetupDraft(core, draft),
    completeSetup: (setup) => inTurn(() => completeSetup(core, setup)),
    confirmRecoveryCode: () => inSeat(() => confirmRecoveryCode(core)),
    renewRecoveryCode: () => inSeat(() => renewRecoveryCode(core)),
    signIn: (input) => inTurn(() => signIn(core, input)),
    signOut: () => signOut(core, 'clerk'),
    noteActivity: () => {
      core.activity();
      return answer(null);
    },
    recoverAccess: (input) => inTurn(() => recoverAccess(core, input)),
    restoreCopy: (input) => inTurn(() => restoreCopy(core, input)),
    changePassphrase: (input) => inSeat(() => changePassphrase(core, input)),
    listClerks: () => listClerks(core),
    addClerk: (input) => inSeat(() => addClerk(core, input)),
    disableClerk: (input) => inSeat(() => disableClerk(core, input)),
    resetPassphrase: (input) => inSeat(() => resetPassphrase(core, input)),
    keepDraft: (input) => keepDraft(core, input),
    readDraft: (input) => readDraft(core, input),
    readSettings: () => readSettings(core),
    saveSettings: (settings) => saveSettings(core, settings),
    verifyJournal: () => verifyJournal(core),
  };
}

type InTurn = <T>(work: () => T | Promise<T>) => Promise<T>;

/** Work in somebody's name waits its turn as well, and is refused if by then they have left the seat they asked from. */
function whoAsked(core: DeskCore, inTurn: InTurn) {
  return <T>(work: () => Answer<T> | Promise<Answer<T>>): Promise<Answer<T>> => {
    const { open } = core;
    return inTurn(() => (open === undefined || core.open !== open ? refuse('not-signed-in') : work()));
  };
}

/**
 * Work with passphrases, one piece after the other: tries made at the same moment would all be let through before the
 * first is counted, and each takes 128 MB.
 */
function oneAtATime(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
