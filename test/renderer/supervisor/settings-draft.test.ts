import { expect, test } from 'vitest';
import { draftOf, settingsOf, settingsProblems } from '../../../renderer/supervisor/settings-draft.ts';
import type { ChosenSettings } from '../../../shared/settings/settings.ts';

const settings: ChosenSettings = {
  comune: { name: 'Roccabianca', province: 'PR', code: '034030' },
  kind: 'both',
  lockAfterMinutes: 10,
  retentionDays: 730,
  exportBeforeWipe: false,
  deskContact: '',
};
const none = { comune: {}, lock: false, retention: false };

test('settings come back from their draft as they were', () => {
  expect(settingsOf(draftOf(settings))).toEqual(settings);
  expect(settingsProblems(draftOf(settings))).toEqual(none);
});

test.each([
  ['lockAfterMinutes', '0', { lock: true }],
  ['lockAfterMinutes', '61', { lock: true }],
  ['lockAfterMinutes', 'dieci', { lock: true }],
  ['retentionDays', '29', { retention: true }],
  ['retentionDays', '', { retention: true }],
])('%s %j is named, and nothing can be saved', (field, value, problem) => {
  const draft = { ...draftOf(settings), [field]: value };
  expect(settingsProblems(draft)).toEqual({ ...none, ...problem });
  expect(settingsOf(draft)).toBeUndefined();
});

test('a wrong comune is named field by field', () => {
  const draft = { ...draftOf(settings), comune: { name: ' ', province: 'ZZ', code: '12' } };
  expect(settingsProblems(draft).comune).toEqual({ name: 'problems.name', province: 'problems.province', code: 'problems.code' });
});
