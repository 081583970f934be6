import { chosenSettingsSchema } from '../../shared/settings/settings.ts';
import type { ChosenSettings } from '../../shared/settings/settings.ts';
import { comuneProblems } from '../setup/comune-fields.tsx';

/** Settings as they are typed: numbers are text until saved. */
export interface SettingsDraft extends Omit<ChosenSettings, 'lockAfterMinutes' | 'retentionDays'> {
  readonly lockAfterMinutes: string;
  readonly retentionDays: string;
}

export const draftOf = (settings: ChosenSettings): SettingsDraft => ({
  ...settings,
  lockAfterMinutes: String(settings.lockAfterMinutes),
  retentionDays: String(settings.retentionDays),
});

/** The settings a draft stands for; undefined when a field does not hold what it should. */
export function settingsOf(draft: SettingsDraft): ChosenSettings | undefined {
  const result = chosenSettingsSchema.safeParse({
    ...draft,
    lockAfterMinutes: Number(draft.lockAfterMinutes),
    retentionDays: Number(draft.retentionDays),
  });
  return result.success ? result.data : undefined;
}

const within = (text: string, least: number, most: number) => /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

/** Which fields do not hold what they should; the sentences are in the `supervisor` texts under the same names. */
export function settingsProblems(draft: SettingsDraft) {
  return {
    comune: comuneProblems(draft.comune),
    lock: !within(draft.lockAfterMinutes, 1, 60),
    retention: !within(draft.retentionDays, 30, 3650),
  };
}
