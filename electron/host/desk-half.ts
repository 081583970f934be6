import { answer } from '../../shared/desk/refusal.ts';
import { addClerk, changePassphrase, confirmRecoveryCode, disableClerk, listClerks, renewRecoveryCode, resetPassphrase } from './access/accounts.ts';
import type { DeskCore } from './desk-core.ts';
import { describeDesk } from './describe-desk.ts';
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
  return {
    describeDesk: async () => {
      if (core.mode === 'training') await inTurn(() => prepareTraining(core));
      return answer(describeDesk(core));
    },
    saveSetupDraft: (draft) => saveSetupDraft(core, draft),
    completeSetup: (setup) => inTurn(() => completeSetup(core, setup)),
    confirmRecoveryCode: () => confirmRecoveryCode(core),
    renewRecoveryCode: () => inTurn(() => renewRecoveryCode(core)),
    signIn: (input) => inTurn(() => signIn(core, input)),
    signOut: () => signOut(core, 'clerk'),
    noteActivity: () => {
      core.activity();
      return answer(null);
    },
    recoverAccess: (input) => inTurn(() => recoverAccess(core, input)),
    restoreCopy: (input) => inTurn(() => restoreCopy(core, input)),
    changePassphrase: (input) => inTurn(() => changePassphrase(core, input)),
    listClerks: () => listClerks(core),
    addClerk: (input) => inTurn(() => addClerk(core, input)),
    disableClerk: (input) => disableClerk(core, input),
    resetPassphrase: (input) => inTurn(() => resetPassphrase(core, input)),
    readSettings: () => readSettings(core),
    saveSettings: (settings) => saveSettings(core, settings),
    verifyJournal: () => verifyJournal(core),
  };
}

/**
 * Work with passphrases, one piece after the other: tries made at the same moment would all be let through before the
 * first is counted, and each takes 128 MB.
 */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
}
