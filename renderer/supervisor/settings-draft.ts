import { hubAddressSchema } from '../../shared/settings/hub-address.ts';
import { settingsSchema } from '../../shared/settings/settings.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { comuneProblems } from '../setup/comune-fields.tsx';

/** Settings as they are typed: numbers and addresses are text until saved. */
export interface SettingsDraft extends Omit<Settings, 'lockAfterMinutes' | 'retentionDays' | 'hubAddress'> {
  readonly lockAfterMinutes: string;
  readonly retentionDays: string;
  readonly hubAddress: string;
}

export const draftOf = (settings: Settings): SettingsDraft => ({
  ...settings,
  lockAfterMinutes: String(settings.lockAfterMinutes),
  retentionDays: String(settings.retentionDays),
  hubAddress: settings.hubAddress ?? '',
});

/** The settings a draft stands for; undefined when a field does not hold what it should. */
export function settingsOf(draft: SettingsDraft): Settings | undefined {
  const hubAddress = draft.hubAddress.trim();
  const result = settingsSchema.safeParse({
    ...draft,
    lockAfterMinutes: Number(draft.lockAfterMinutes),
    retentionDays: Number(draft.retentionDays),
    hubAddress: hubAddress === '' ? null : hubAddress,
  });
  return result.success ? result.data : undefined;
}

const within = (text: string, least: number, most: number) => /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

/** Which fields do not hold what they should; the sentences are in the `supervisor` texts under the same names. */
export function settingsProblems(draft: SettingsDraft) {
  const hub = draft.hubAddress.trim();
  return {
    comune: comuneProblems(draft.comune),
    lock: !within(draft.lockAfterMinutes, 1, 60),
    retention: !within(draft.retentionDays, 30, 3650),
    hub: hub !== '' && !hubAddressSchema.safeParse(hub).success,
  };
}
