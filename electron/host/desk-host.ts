import { randomUUID } from 'node:crypto';
import { systemClock } from '../../shared/desk/clock.ts';
import type { Clock } from '../../shared/desk/clock.ts';
import type { DeskMode } from '../../shared/desk/desk-view.ts';
import { answer } from '../../shared/desk/refusal.ts';
import type { Answer } from '../../shared/desk/refusal.ts';
import type { DeskEvent } from '../../shared/desk/transport.ts';
import { closeRecords } from './desk-core.ts';
import type { DeskCore, NewRecordsFill } from './desk-core.ts';
import { deskHalfMethods } from './desk-half.ts';
import type { Desk } from './desk-methods.ts';
import { trainingFill } from './training/training-desk.ts';
import { holdFolder } from './data-folder/hold-folder.ts';
import type { TrialHubSource } from './hub-link/trial-hub-source.ts';
import type { ProcedureLibrary } from './host-context.ts';
import { passphraseCost } from './access/key-wrap.ts';
import type { KeyCost } from './access/key-wrap.ts';
import { sessionHalfMethods } from './session-half.ts';
import { createSessionMethods } from './session-methods.ts';
import { systemTimers } from './timers.ts';
import type { Timers } from './timers.ts';
import { systemUptime } from './uptime.ts';
import type { Uptime } from './uptime.ts';
import { catchingTrouble } from './data-folder/trouble.ts';

export interface DeskHostOptions {
  readonly dataFolder: string;
  readonly mode: DeskMode;
  /** The same program offers the other desk too, training or real; true unless said otherwise. */
  readonly hasOtherDesk?: boolean;
  /** While another process has the folder: refuse, as unless said otherwise, or be a desk that says so on its screens. */
  readonly whenInUse?: 'refuse' | 'say-so';
  /** The folder was taken, at once or once whoever had it let it go. */
  readonly onHeld?: (() => void) | undefined;
  /** The program's version, as screens show it. */
  readonly version: string;
  readonly library: ProcedureLibrary;
  readonly clock?: Clock;
  readonly timers?: Timers;
  readonly uptime?: Uptime;
  /** What guessing a passphrase costs; tests take a cheap one. */
  readonly keyCost?: KeyCost;
  /** Gives the trial hub of this computer once it is up; without, a desk that is set to no hub has none. */
  readonly trialHub?: TrialHubSource | undefined;
  /** What new records begin with, besides the settings and their first supervisor; training has its own. */
  readonly fillNew?: NewRecordsFill | undefined;
}

/**
 * Opens a desk on a data folder and holds it until `close`. Refuses with `database-in-use` while another process, or this
 * one, has the folder, unless it is to say so: then it makes, as with a folder that cannot be written, a desk that says so on
 * its screens and tries again each time it is asked to describe itself. The records are opened by a sign-in and closed by a lock.
 */
export function createDeskHost(options: DeskHostOptions): Answer<Desk> {
  const listeners = new Set<(event: DeskEvent) => void>();
  const core = createCore(options, (event) => listeners.forEach((listener) => listener(event)));
  const held = holdFolder(core);
  if (!held.ok && held.code === 'database-in-use' && options.whenInUse !== 'say-so') return held;
  return answer({
    methods: catchingTrouble(core, { ...sessionHalfMethods(core), ...deskHalfMethods(core) }),
    seat: () => core.open?.seat,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      core.closed = true;
      core.drafts.clear();
      closeRecords(core);
      core.lock?.release();
      core.lock = undefined;
    },
  });
}

function createCore(options: DeskHostOptions, emit: DeskCore['emit']): DeskCore {
  return {
    folder: options.dataFolder,
    mode: options.mode,
    hasOtherDesk: options.hasOtherDesk ?? true,
    version: options.version,
    clock: options.clock ?? systemClock,
    timers: options.timers ?? systemTimers,
    uptime: options.uptime ?? systemUptime,
    library: options.library,
    keyCost: options.keyCost ?? passphraseCost,
    processId: randomUUID(),
    fillNew: options.mode === 'training' ? trainingFill(options.library, options.clock ?? systemClock) : options.fillNew,
    trialHub: options.trialHub ?? (() => Promise.resolve(undefined)),
    sessionHalf: createSessionMethods,
    emit,
    lock: undefined,
    open: undefined,
    drafts: new Map(),
    closed: false,
    onHeld: options.onHeld ?? (() => undefined),
    trouble: undefined,
    waiting: [],
    activity: () => undefined,
    copying: Promise.resolve(),
    copyTrouble: undefined,
  };
}
