import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { heardYet, nextSilence, silentLevel, warnAfter } from '../../../shared/call/silent-microphone.ts';
import type { MicrophoneMoment } from '../../../shared/call/silent-microphone.ts';

const silent: MicrophoneMoment = { level: 0, blind: false };
const loud: MicrophoneMoment = { level: 0.01, blind: false };
const blind: MicrophoneMoment = { level: 0, blind: true };

/** Ten moments a second. */
function after(...parts: readonly (readonly [MicrophoneMoment, seconds: number])[]): boolean {
  let now = 0;
  let state = heardYet(now);
  for (const [moment, seconds] of parts) for (const end = now + seconds * 1_000; now < end; ) state = nextSilence(state, moment, (now += 100));
  return state.warns;
}

test('after ten seconds of nothing, and not before', () => expect([after([silent, 9.9]), after([silent, 10.2])]).toEqual([false, true]));
test('the quietest sound is a sound', () => expect(after([silent, 9], [{ ...silent, level: silentLevel * 1.01 }, 0.1], [silent, 9])).toBe(false));
test('the first sound takes the warning back', () => expect(after([silent, 20], [loud, 0.1])).toBe(false));
test('nothing is said of a microphone that is muted, nor of the time it was', () => expect([after([blind, 60]), after([silent, 9], [blind, 1], [silent, 9])]).toEqual([false, false]));
test('a warning stays while the page is hidden', () => expect(after([silent, 20], [blind, 5])).toBe(true));
test('a page that slept says nothing of the time it slept', () => expect(nextSilence(nextSilence(heardYet(0), silent, 100), silent, 3_600_000).warns).toBe(false));

it('warns only after ten seconds in which every moment was looked at and silent', () => {
  const moment = fc.record({ moment: fc.constantFrom(silent, silent, silent, loud, blind), wait: fc.constantFrom(100, 500, 2_000, 2_001) });
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 60 }), (moments) => {
      let now = 0;
      let state = heardYet(now);
      const seen: { readonly at: number; readonly moment: MicrophoneMoment }[] = [];
      for (const { moment: one, wait } of moments) {
        now += wait;
        const warned = state.warns;
        state = nextSilence(state, one, now);
        seen.push({ at: now, moment: one });
        const lately = seen.filter(({ at }) => at > now - warnAfter);
        expect(warned || !state.warns || lately.every((other) => other.moment === silent)).toBe(true);
        expect(one === loud && state.warns).toBe(false);
      }
    }),
    { numRuns: 5_000 },
  );
});
