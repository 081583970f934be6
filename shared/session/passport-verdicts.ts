import { isNotTried, passportTests, relayTests } from './network-passport.ts';
import type { FoundReason, NotTriedReason, PassportResult, PassportTest, PassportVerdict } from './network-passport.ts';
import { passportLimits } from './passport-limits.ts';
import type { Limits } from './passport-limits.ts';

/** What a test came back with. `fine` means that it worked: whether its value is fine too is for the limits to say. */
export interface Finding {
  readonly test: PassportTest;
  readonly reason: FoundReason | NotTriedReason;
  readonly value: number | null;
}

/** Verdict and reason of each finding, in the order of the tests. Pure. */
export function passportResults(findings: readonly Finding[]): readonly PassportResult[] {
  const relayed = findings.some(({ test, reason }) => isRelay(test) && reason === 'fine');
  return passportTests.flatMap((test) => {
    const finding = findings.find((one) => one.test === test);
    return finding === undefined ? [] : [{ test, ...judged(finding, relayed) }];
  });
}

/** The worst of a passport, for one look: what was not tried says nothing, unless nothing was. */
export function worstVerdict(results: readonly Pick<PassportResult, 'verdict'>[]): PassportVerdict {
  return (['red', 'amber', 'green'] as const).find((verdict) => results.some((one) => one.verdict === verdict)) ?? 'not-tried';
}

/**
 * What is lost on the way there *or* back, as the share of one way: of 100 packets that lose 2 % twice, 4 do not come round.
 * @param lost of `sent` packets that went round
 */
export const lossOneWay = (lost: number, sent: number): number => (sent === 0 ? 0 : 1 - Math.sqrt(1 - Math.min(1, Math.max(0, lost / sent))));

type Judged = Omit<PassportResult, 'test'>;

function judged({ test, reason, value }: Finding, relayed: boolean): Judged {
  if (isNotTried(reason)) return { verdict: 'not-tried', reason, value: null };
  if (reason !== 'fine') return { verdict: isMild(test, relayed) ? 'amber' : 'red', reason, value };
  const limits: Limits | undefined = Object.hasOwn(passportLimits, test) ? passportLimits[test as keyof typeof passportLimits] : undefined;
  const step = value === null ? undefined : limits?.steps.find(({ from }) => (limits.worse === 'more' ? value >= from : value < from));
  return { verdict: step?.verdict ?? 'green', reason: step?.reason ?? 'fine', value };
}

const isRelay = (test: PassportTest): boolean => relayTests.some((one) => one === test);

/** A call can be held all the same: by voice alone, through a relay instead of straight across, or through a relay reached another way. */
function isMild(test: PassportTest, relayed: boolean): boolean {
  return isRelay(test) ? relayed : test === 'camera' || test === 'stun';
}
