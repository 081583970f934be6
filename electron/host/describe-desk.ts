import { calendarDay } from '../../shared/desk/clock.ts';
import type { DeskDescription } from '../../shared/desk/desk-view.ts';
import type { RefusalCode } from '../../shared/desk/refusal.ts';
import { clockBehind } from './records/clock-watch.ts';
import { latestCopy, listCopies } from './records/copies.ts';
import { doubtfulLeap } from './records/desk-days.ts';
import type { DeskCore } from './desk-core.ts';
import { isSetUp } from './records/desk-files.ts';
import { holdFolder } from './data-folder/hold-folder.ts';
import { readKeyring } from './access/keyring-files.ts';
import type { Keyring } from './access/keyring.ts';
import { sentenceOf } from './sentences.ts';
import { readSetupDraft } from './setup/set-up.ts';
import { trainingSetup } from './training/training-desk.ts';

/** What any screen may know, signed in or not. */
export function describeDesk(core: DeskCore): DeskDescription {
  holdFolder(core);
  const setUp = isSetUp(core.folder);
  const keyring = setUp ? readKeyring(core.folder) : undefined;
  const known = keyring?.ok === true ? keyring.value : undefined;
  return {
    mode: core.mode,
    hasOtherDesk: core.hasOtherDesk,
    version: core.version,
    today: calendarDay(core.clock()),
    state: stateOf(core, setUp),
    setup: setUp ? undefined : readSetupDraft(core.folder),
    comune: known?.comune,
    kind: known?.kind,
    clerks: clerksOf(known),
    signedIn: core.open?.seat,
    trouble: troubleOf(core, core.trouble ?? (keyring?.ok === false ? keyring.code : undefined)),
    clockBehind: clockBehind(core.clock(), core.open?.lastRecorded),
    copies: { latestAt: latestCopy(core.folder, core.clock())?.at, failed: core.copyTrouble },
    clockLeapt: core.open && doubtfulLeap(core.open.db, calendarDay(core.clock()), core.open.settings.retentionDays),
    restored: core.open?.restored,
    settingsReset: core.open?.settingsReset ?? [],
    recoveryUnconfirmed: core.mode === 'real' && known?.recovery.confirmed === false,
    trainingPassphrase: core.mode === 'training' ? trainingSetup.passphrase : undefined,
  };
}

function stateOf(core: DeskCore, setUp: boolean): DeskDescription['state'] {
  if (!setUp) return 'setup';
  return core.open === undefined ? 'signed-out' : 'signed-in';
}

const clerksOf = (keyring: Keyring | undefined): DeskDescription['clerks'] =>
  (keyring?.clerks ?? []).map(({ clerkId, displayName }) => ({ id: clerkId, displayName }));

function troubleOf(core: DeskCore, code: RefusalCode | undefined): DeskDescription['trouble'] {
  return code === undefined ? undefined : { code, sentence: sentenceOf(code), copies: code === 'database-damaged' ? listCopies(core.folder) : [] };
}
