import words from '../../../resources/locales/it/start.json' with { type: 'json' };
import type { StartTrialHub, TrialHub } from '../../../shared/hub/trial-hub.ts';
import type { TrialHubSource } from '../hub-link/trial-hub-source.ts';
import { builtPagesFolder } from '../program-places.ts';
import { describeCrash } from './describe-crash.ts';
import { printLine, printTrouble } from './print-line.ts';

/** The hub is a house of its own, loaded when it is asked for: a desk that is set to a real one never does. */
const hubModule = new URL(import.meta.url.endsWith('.ts') ? '../../../hub/trial-hub.ts' : '../hub/trial-hub.js', import.meta.url);

export interface EmbeddedHub {
  readonly source: TrialHubSource;
  close(): Promise<void>;
}

/**
 * The trial hub in this process, started when a desk without a hub of its own first asks for it; whoever started the desk is
 * then told where to sit down as its official. One that does not start leaves a desk without video.
 * @param folder of its state
 */
export function embeddedHub(folder: string): EmbeddedHub {
  let running: Promise<TrialHub | undefined> | undefined;
  return {
    source: async () => {
      running ??= start(folder);
      const hub = await running;
      return hub && { address: hub.address, officialAddress: await hub.invite(), newEnrolmentCode: () => hub.newEnrolmentCode() };
    },
    close: async () => (await running)?.close(),
  };
}

async function start(folder: string): Promise<TrialHub | undefined> {
  try {
    const { startTrialHub } = (await import(/* @vite-ignore */ hubModule.href)) as { startTrialHub: StartTrialHub };
    const hub = await startTrialHub({ folder, pages: builtPagesFolder });
    printLine(words.trialHub);
    printLine(`official: ${await hub.invite()}`);
    return hub;
  } catch (error) {
    printTrouble(`trial hub: ${describeCrash(error)}`);
    return undefined;
  }
}
