import { describe, expect, test } from 'vitest';
import call from '../../../resources/locales/it/call.json' with { type: 'json' };
import hub from '../../../resources/locales/it/hub.json' with { type: 'json' };
import { officialMarks } from '../../../shared/call/control-message.ts';
import { callEndReasons, legEndReasons } from '../../../shared/call/leg-reasons.ts';
import { paperRefusals } from '../../../shared/call/paper-frames.ts';
import { weakReasons } from '../../../shared/call/quality.ts';
import { consultationOutcomes, declineReasons, endReasons, guestRoles, media, spokenLanguages, topics, urgencies } from '../../../shared/hub/closed-lists.ts';
import { dismissals } from '../../../shared/hub/hub-frames.ts';
import { hubRefusalCodes } from '../../../shared/hub/hub-refusal.ts';

/** Each closed list that is ever shown, and where its words are. */
const lists: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>])[] = [
  ['weak lines', weakReasons, call.quality.weak],
  ['ends of legs', legEndReasons, call.leg],
  ['ends of calls', callEndReasons, call.over],
  ['papers not taken', paperRefusals, call.paper.refusal],
  ['marks', officialMarks, call.mark],
  ['topics', topics, hub.topic],
  ['languages', spokenLanguages, hub.language],
  ['urgencies', urgencies, hub.urgency],
  ['media', media, hub.medium],
  ['declines', declineReasons, hub.decline],
  ['ends of consultations', endReasons, hub.end],
  ['outcomes', consultationOutcomes, hub.outcome],
  ['guests', guestRoles, hub.guest],
  ['refusals of the hub', hubRefusalCodes, hub.refusal],
  ['dismissals', dismissals, hub.connection.dismissed],
];

describe('every code has its words, and no words are left without a code', () => {
  test.each(lists)('%s', (_what, codes, words) => {
    expect(Object.keys(words).toSorted()).toEqual([...codes].toSorted());
    expect(Object.values(words).every((text) => /^[A-ZÈL]/.test(text) && text.length > 2)).toBe(true);
  });
});

test.each([...Object.entries(call.paper.refusal), ...Object.entries(hub.refusal)])('%s says what happened and what to do, in a whole sentence', (_code, text) => {
  expect(text).toMatch(/^[A-ZÈL].{15,}\.$/);
});
