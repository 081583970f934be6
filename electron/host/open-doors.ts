import { calendarDay, systemClock } from '../../shared/desk/clock.ts';
import type { DeskMode } from '../../shared/desk/desk-view.ts';
import type { Answer } from '../../shared/desk/refusal.ts';
import { dataFolder } from './data-folder/data-folder.ts';
import { DeskDoors } from './desk-doors.ts';
import { createDeskHost } from './desk-host.ts';
import type { DeskHostOptions } from './desk-host.ts';
import type { Desk } from './desk-methods.ts';
import type { TrialHubSource } from './hub-link/trial-hub-source.ts';
import { readProcedureLibrary } from './procedures/procedure-library.ts';
import { proceduresFolder } from './program-places.ts';
import { programVersion } from './program/program-version.ts';
import type { StartOptions } from './program/start-options.ts';

/**
 * The desks a start offers: training always, the real one unless only training was asked for. The desk a start is for is
 * refused when another process has its folder; training beside it has a screen that says so.
 */
export function doorsFor({ data, training }: Pick<StartOptions, 'data' | 'training'>, trialHub?: TrialHubSource, onHeld?: (mode: DeskMode) => void): DeskDoors {
  const open = (mode: DeskMode) => (): Answer<Desk> => openDesk(mode, data, { hasOtherDesk: !training, trialHub, onHeld: () => onHeld?.(mode) });
  return new DeskDoors({ training: open('training'), ...(training ? {} : { real: open('real') }) });
}

type Surroundings = Pick<DeskHostOptions, 'trialHub' | 'onHeld'> & { readonly hasOtherDesk: boolean };

const openDesk = (mode: DeskMode, data: string | undefined, surroundings: Surroundings): Answer<Desk> =>
  createDeskHost({
    ...surroundings,
    dataFolder: dataFolder(mode, data),
    mode,
    whenInUse: surroundings.hasOtherDesk && mode === 'training' ? 'say-so' : 'refuse',
    version: programVersion,
    library: readProcedureLibrary(proceduresFolder, () => calendarDay(systemClock())),
  });
