import { describe, expect, test } from 'vitest';
import words from '../../resources/locales/it/hub.json' with { type: 'json' };
import * as lists from '../../shared/hub/closed-lists.ts';
import { dismissals } from '../../shared/hub/hub-frames.ts';
import { hubRefusalCodes } from '../../shared/hub/hub-refusal.ts';

describe('the words of hub and call', () => {
  test.each([
    ['topics', words.topic, lists.topics],
    ['languages', words.language, lists.spokenLanguages],
    ['urgencies', words.urgency, lists.urgencies],
    ['media', words.medium, lists.media],
    ['reasons to decline', words.decline, lists.declineReasons],
    ['reasons of an end', words.end, lists.endReasons],
    ['outcomes', words.outcome, lists.consultationOutcomes],
    ['guests', words.guest, lists.guestRoles],
    ['refusals', words.refusal, hubRefusalCodes],
    ['dismissals', words.connection.dismissed, dismissals],
  ])('every one of the %s has its words, and nothing else has', (_name, texts, list) => {
    expect(Object.keys(texts).sort()).toEqual([...list].sort());
  });
});
