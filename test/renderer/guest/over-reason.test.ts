import { expect, test } from 'vitest';
import words from '../../../resources/locales/it/guest.json' with { type: 'json' };
import { overReason } from '../../../renderer/guest/over-reason.ts';
import { guestRoles } from '../../../shared/hub/closed-lists.ts';
import { dismissals } from '../../../shared/hub/hub-frames.ts';

test('a guest’s page goes on while the hub is away, and ends with the call or when it is let go', () => {
  expect(overReason({ at: 'open' }, { ended: false })).toBeUndefined();
  expect(overReason({ at: 'lost', announced: false }, { ended: false })).toBeUndefined();
  expect(overReason({ at: 'connecting' }, undefined)).toBeUndefined();
  expect(overReason({ at: 'open' }, { ended: true })).toBe('ended');
  expect(overReason({ at: 'dismissed', reason: 'removed' }, { ended: false })).toBe('removed');
  expect(overReason({ at: 'dismissed', reason: 'session-expired' }, undefined)).toBe('not-invited');
});

test('a call that ended before the page was let go has ended', () => expect(overReason({ at: 'dismissed', reason: 'session-expired' }, { ended: true })).toBe('ended'));

test.each(dismissals)('let go with %s, it says what happened and what to do', (reason) => {
  const over = words.over[overReason({ at: 'dismissed', reason }, undefined) ?? 'left'];
  expect(over.text).toMatch(/^[A-ZÈL].{15,}\.$/);
});

test('each part a guest may have is named', () => expect(Object.keys(words.role).sort()).toEqual([...guestRoles].sort()));
