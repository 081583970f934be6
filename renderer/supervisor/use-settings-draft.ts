import { useState } from 'react';
import type { ChosenSettings } from '../../shared/settings/settings.ts';
import { useDesk } from '../desk/desk-context.tsx';
import { draftOf } from './settings-draft.ts';
import type { SettingsDraft } from './settings-draft.ts';

/** The name under which the desk keeps what is half-typed in the settings. */
export const settingsFormName = 'settings';

/**
 * The settings as they are being typed. The desk keeps what was changed and not saved, and only that: a reload or a
 * colleague's turn finds it again, and what another supervisor saved meanwhile is not undone.
 * @param left what this supervisor left half-typed; an empty text when nothing
 */
export function useSettingsDraft(settings: ChosenSettings, left: string) {
  const desk = useDesk();
  const [changes, setChanges] = useState<Partial<SettingsDraft>>(() => (left === '' ? {} : JSON.parse(left)));
  const [foundUnsaved, setFoundUnsaved] = useState(left !== '');
  const forget = () => {
    setFoundUnsaved(false);
    void desk.keepDraft({ form: settingsFormName, text: '' });
  };
  return {
    draft: { ...draftOf(settings), ...changes },
    /** What stands in the fields is partly from an earlier visit, and not in force. */
    foundUnsaved,
    change: (more: Partial<SettingsDraft>) => {
      const all = { ...changes, ...more };
      setChanges(all);
      void desk.keepDraft({ form: settingsFormName, text: JSON.stringify(all) });
    },
    forget,
    discard: () => {
      setChanges({});
      forget();
    },
  };
}
