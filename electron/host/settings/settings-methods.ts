import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { loggedLater } from '../consultation/logged.ts';
import type { DeskCore } from '../desk-core.ts';
import { changeKeyring } from '../access/change-keyring.ts';
import { storeSettings } from './settings-store.ts';

export const readSettings = ({ open }: DeskCore): Answer<Settings> => (open === undefined ? refuse('not-signed-in') : answer(open.settings));

/** Saves the settings; comune and kind also go where the locked desk shows them. */
export function saveSettings(core: DeskCore, settings: Settings): Answer<null> {
  const { open } = core;
  if (open === undefined) return refuse('not-signed-in');
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
  loggedLater(() => open.hub.connect());
  return answer(null);
}

function changedNames(before: Settings, after: Settings): readonly string[] {
  const text = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).flatMap(([name, value]) => (JSON.stringify(value) === JSON.stringify(text.get(name)) ? [] : [name]));
}
