import { expect, test } from 'vitest';
import { doneSteps, nextStep } from '../../../renderer/training/guide-progress.ts';
import type { GuideSession } from '../../../renderer/training/guide-progress.ts';

const opened: GuideSession = { privacy: 'named', state: 'open', people: [], runs: [], prints: [] };
const person = { id: 'person' };
const going = { record: { endedAt: undefined } };
const ended = { record: { endedAt: '2026-10-09T08:00:00Z' } };

test.each<[string, GuideSession | undefined, string | undefined]>([
  ['nothing yet', undefined, 'open'],
  ['a session opened', opened, 'person'],
  ['an anonymous session opened', { ...opened, privacy: 'anonymous' }, 'procedure'],
  ['somebody written down', { ...opened, people: [person] }, 'procedure'],
  ['a procedure begun', { ...opened, people: [person], runs: [going] }, 'steps'],
  ['a procedure ended, another going on', { ...opened, people: [person], runs: [ended, going] }, 'close'],
  ['the session closed', { ...opened, state: 'closed', people: [person], runs: [ended] }, 'paper'],
  ['the print failed', { ...opened, state: 'closed', people: [person], runs: [ended], prints: [{ state: 'failed' }] }, 'paper'],
  ['the sheet printed', { ...opened, state: 'closed', people: [person], runs: [ended], prints: [{ state: 'printed' }] }, undefined],
])('after %s comes the next step', (_what, session, next) => {
  expect(nextStep(doneSteps(session))).toBe(next);
});
