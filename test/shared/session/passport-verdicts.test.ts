import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notTriedReasons, passportReasons, passportResultSchema, passportTests, relayTests } from '../../../shared/session/network-passport.ts';
import type { PassportTest, PassportVerdict } from '../../../shared/session/network-passport.ts';
import { passportLimits } from '../../../shared/session/passport-limits.ts';
import { lossOneWay, passportResults, worstVerdict } from '../../../shared/session/passport-verdicts.ts';
import type { Finding } from '../../../shared/session/passport-verdicts.ts';

const verdictOf = (finding: Finding, ...others: readonly Finding[]) => passportResults([finding, ...others]).find((result) => result.test === finding.test);
const fine = (name: PassportTest, value: number | null): Finding => ({ test: name, reason: 'fine', value });

describe('where each limit lies', () => {
  test.each([
    ['microphone', 0, 'amber', 'silent'],
    ['microphone', 0.001, 'amber', 'faint'],
    ['microphone', 0.05, 'green', 'fine'],
    ['hub', 40, 'green', 'fine'],
    ['hub', 500, 'amber', 'slow'],
    ['hub', 1_500, 'red', 'too-slow'],
    ['bandwidth-up', 99, 'red', 'sound-only'],
    ['bandwidth-up', 100, 'amber', 'small-picture'],
    ['bandwidth-down', 547, 'amber', 'small-picture'],
    ['bandwidth-down', 548, 'green', 'fine'],
    ['loss', 0, 'green', 'fine'],
    ['loss', 0.02, 'green', 'fine'],
    ['loss', 0.05, 'amber', 'some'],
    ['loss', 0.1, 'red', 'heavy'],
    ['round-trip', 120, 'green', 'fine'],
    ['round-trip', 250, 'amber', 'slow'],
    ['round-trip', 400, 'red', 'too-slow'],
    ['reconnect', 900, 'green', 'fine'],
    ['reconnect', 2_500, 'amber', 'slow'],
    ['reconnect', 7_500, 'red', 'too-slow'],
  ] as const)('%s at %s is %s', (name, value, verdict, reason) => {
    expect(verdictOf(fine(name, value))).toEqual({ test: name, verdict, reason, value });
  });
});

describe('what fails', () => {
  test.each([
    ['camera', 'none-found', 'amber'],
    ['microphone', 'none-found', 'red'],
    ['hub', 'not-connected', 'red'],
    ['stun', 'no-answer', 'amber'],
    ['relay-udp', 'key-refused', 'red'],
    ['reconnect', 'not-back', 'red'],
    ['bandwidth-up', 'nothing-came', 'red'],
  ] as const)('%s: %s is %s', (name, reason, verdict) => {
    expect(verdictOf({ test: name, reason, value: null })).toMatchObject({ verdict, reason });
  });

  test('a relay that is not reached one way is amber while another way reaches it', () => {
    const blocked: Finding = { test: 'relay-udp', reason: 'no-answer', value: null };
    expect(verdictOf(blocked, { test: 'relay-tcp', reason: 'no-answer', value: null })?.verdict).toBe('red');
    expect(verdictOf(blocked, fine('relay-tls', 800))?.verdict).toBe('amber');
  });
});

const anyFinding: fc.Arbitrary<Finding> = fc
  .constantFrom(...passportTests)
  .chain((name) =>
    fc.record({ test: fc.constant(name), reason: fc.constantFrom(...passportReasons[name], ...notTriedReasons), value: fc.option(fc.double({ min: 0, max: 1e7, noNaN: true })) }),
  );
const anyFindings = fc.uniqueArray(anyFinding, { selector: ({ test: name }) => name, maxLength: passportTests.length });

test('every finding has one result that the records take, in the order of the tests, whatever order they came in', () => {
  fc.assert(
    fc.property(anyFindings, (findings) => {
      const results = passportResults(findings);
      expect(results.map((result) => result.test)).toEqual(passportTests.filter((name) => findings.some((finding) => finding.test === name)));
      expect(results.every((result) => passportResultSchema.safeParse(result).success)).toBe(true);
      expect(passportResults(findings.toReversed())).toEqual(results);
    }),
    { numRuns: 5_000 },
  );
});

test('a relay is red only where none carries, and what was not tried is never judged', () => {
  fc.assert(
    fc.property(anyFindings, (findings) => {
      const results = passportResults(findings);
      const relays = results.filter(({ test: name }) => relayTests.some((one) => one === name));
      const hasRelay = (verdict: PassportVerdict) => relays.some((relay) => relay.verdict === verdict);
      expect(hasRelay('red') && hasRelay('green')).toBe(false);
      const untried = findings.filter(({ reason }) => notTriedReasons.some((one) => one === reason)).map(({ test: name }) => name);
      expect(results.filter(({ verdict }) => verdict === 'not-tried').map(({ test: name }) => name).toSorted()).toEqual(untried.toSorted());
    }),
    { numRuns: 5_000 },
  );
});

const rank: Readonly<Record<PassportVerdict, number>> = { 'not-tried': -1, green: 0, amber: 1, red: 2 };
const measured = Object.keys(passportLimits) as (keyof typeof passportLimits)[];

test('a worse figure never has a better verdict', () => {
  fc.assert(
    fc.property(fc.constantFrom(...measured), fc.double({ min: 0, max: 20_000, noNaN: true }), fc.double({ min: 0, max: 20_000, noNaN: true }), (name, one, other) => {
      const [worse, better] = (passportLimits[name].worse === 'more') === one > other ? [one, other] : [other, one];
      const rankOf = (value: number) => rank[verdictOf(fine(name, value))?.verdict ?? 'not-tried'];
      expect(rankOf(worse)).toBeGreaterThanOrEqual(rankOf(better));
    }),
    { numRuns: 5_000 },
  );
});

test('the worst of a passport is told, and what was not tried only when nothing was', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<PassportVerdict>('green', 'amber', 'red', 'not-tried'), { maxLength: 12 }), (verdicts) => {
      const worst = worstVerdict(verdicts.map((verdict) => ({ verdict })));
      expect(rank[worst]).toBe(Math.max(-1, ...verdicts.map((verdict) => rank[verdict])));
    }),
  );
});

test('lost twice over the same line is told as lost once', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 100_000 }), (share, sent) => {
      const around = 1 - (1 - share) ** 2;
      expect(lossOneWay(around * sent, sent)).toBeCloseTo(share, 6);
    }),
  );
  expect([lossOneWay(0, 0), lossOneWay(-1, 10), lossOneWay(11, 10)]).toEqual([0, 0, 1]);
});

test('a result whose reason belongs to another test, or to none, is not kept', () => {
  for (const odd of [
    { test: 'loss', verdict: 'green', value: 0, reason: 'small-picture' },
    { test: 'loss', verdict: 'green', value: 0, reason: 'no-loop' },
    { test: 'loss', verdict: 'not-tried', value: null, reason: 'fine' },
    { test: 'loss', verdict: 'green', value: 0, reason: '' },
    { test: 'loss', verdict: 'green', value: -1, reason: 'fine' },
  ])
    expect(passportResultSchema.safeParse(odd).success).toBe(false);
});
