import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cheapKeyCost, emptyLibrary, firstSetup } from '../first-setup.ts';
import { createDeskHost } from '../../../electron/host/desk-host.ts';

// Sets up one desk after the other below the folder given, until it is killed.
const [, , base = ''] = process.argv;
for (let count = 0; count < 1000; count += 1) {
  const dataFolder = join(base, String(count));
  mkdirSync(dataFolder);
  const desk = createDeskHost({ dataFolder, mode: 'real', version: '0.0.0', library: emptyLibrary, keyCost: cheapKeyCost });
  if (!desk.ok) throw new Error(desk.code);
  await desk.value.methods.saveSetupDraft({ comune: firstSetup.comune, step: 2 });
  process.send?.('setting up');
  await desk.value.methods.completeSetup(firstSetup);
  desk.value.close();
}
