import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { chosenSettings } from '../../../shared/settings/settings.ts';
import type { ChosenSettings, Settings } from '../../../shared/settings/settings.ts';
import type { DeskCore } from '../desk-core.ts';
import { changeKeyring } from '../access/change-keyring.ts';
import { storeSettings } from './settings-store.ts';

export const readSettings = ({ open }: DeskCore): Answer<ChosenSettings> => (open === undefined ? refuse('not-signed-in') : answer(chosenSettings(open.settings)));

/** Saves what the supervisor chose; comune and kind also go where the locked desk shows them. */
export function saveSettings(core: DeskCore, chosen: ChosenSettings): Answer<null> {
  const { open } = core;
  if (open === undefined) return refuse('not-signed-in');
  const settings = { ...open.settings, ...chosen };
  const { comune, kind } = settings;
  changeKeyring(core, open, (keyring) => ({ ...keyring, comune, kind }), () => {
    storeSettings(open.db, settings);
    open.journal.append('settings-changed', { data: { changed: changedNames(open.settings, settings).join(' ') } });
  });
  open.settings = settings;
  open.settingsReset = [];
  // The watch over an unattended desk begins anew, with the delay just set.
  core.activity();
  core.emit({ name: 'deskChanged', data: {} });
  return answer(null);
}

function changedNames(before: Settings, after: Settings): readonly string[] {
  const text = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([name, value]) => (JSON.stringify(value) === JSON.stringify(text.get(name)) ? [] : [name]));
}
