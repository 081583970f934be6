import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { afterRestart, currentRung, isNarrow, newLadder, nextRung, paperAllowance, withBest, withInterpreter, withSignLanguage, withSoundOnly } from '../../../shared/call/ladder.ts';
import type { LadderState } from '../../../shared/call/ladder.ts';
import { bestRungOf, firstSoundRung, interpreterRungs, rungs, signLanguageRungs, signingFloor } from '../../../shared/call/ladder-rungs.ts';
import { sampleEvery } from '../../../shared/call/line-sample.ts';
import type { LineSample } from '../../../shared/call/line-sample.ts';
import { anySample, clean } from './line-samples.ts';

interface Run {
  readonly state: LadderState;
  readonly now: number;
  /** Rung after every sample. */
  readonly rungs: readonly number[];
}

/** So many milliseconds of one kind of sample; of a function, what the line shows at that rung. */
function during(run: Run, forMs: number, sample: LineSample | ((rung: number) => LineSample)): Run {
  let { state, now } = run;
  const seen = [...run.rungs];
  for (const end = now + forMs; now < end; ) {
    now += sampleEvery;
    state = nextRung(state, typeof sample === 'function' ? sample(state.rung) : sample, now);
    seen.push(state.rung);
  }
  return { state, now, rungs: seen };
}

const start: Run = { state: newLadder(0), now: 0, rungs: [] };
const losing = (outgoingLoss: number): LineSample => ({ ...clean, outgoingLoss });
const carrying = (availableBitrate: number): LineSample => ({ ...clean, availableBitrate });
const changes = (seen: readonly number[]) => seen.filter((rung, index) => index > 0 && rung !== seen[index - 1]).length;

describe('down', () => {
  test('one sample with 10 % lost is one rung', () => expect(nextRung(newLadder(0), losing(0.1), 2_000).rung).toBe(1));
  test('one sample with 5 % lost is nothing, two are one rung', () => {
    const once = nextRung(newLadder(0), losing(0.05), 2_000);
    expect([once.rung, nextRung(once, losing(0.06), 4_000).rung]).toEqual([0, 1]);
  });
  test('two such samples with a good one between are nothing', () => {
    const run = during(during(during(start, sampleEvery, losing(0.06)), sampleEvery, clean), sampleEvery, losing(0.06));
    expect(run.state.rung).toBe(0);
  });
  test('a ruinous line loses its picture at once', () => expect(currentRung(nextRung(newLadder(0), losing(0.3), 2_000)).picture).toBeNull());
  test('a line that carries 140 kbit/s gets what fits it in one step', () => {
    const settled = during(start, 6_000, clean);
    expect(during(settled, sampleEvery, carrying(140_000)).state.rung).toBe(2);
  });
  test('the first seconds of an estimate that still grows are not believed', () => expect(during(start, 4_000, carrying(60_000)).state.rung).toBe(0));
  test('on 100 kbit/s the sound stays alone for five minutes and the picture is tried ever more rarely', () => {
    const line = (rung: number) => (rungs[rung]?.picture ? { ...carrying(90_000), outgoingLoss: 0.12 } : carrying(70_000));
    const run = during(during(start, 20_000, line), 300_000, line);
    const withPicture = run.rungs.slice(10).filter((rung) => rung < firstSoundRung).length;
    expect(withPicture * sampleEvery).toBeLessThan(0.05 * 300_000);
  });
});

describe('heard of once', () => {
  test('is counted once: nothing new is no second bad sample', () => {
    const once = nextRung(newLadder(0), losing(0.07), 2_000);
    expect(nextRung(nextRung(once, { ...clean, outgoingLoss: null }, 4_000), { ...clean, outgoingLoss: null }, 6_000).rung).toBe(0);
  });
});

describe('up', () => {
  const low = during(start, 2_000, losing(0.12));
  test('not before eight seconds without loss, then one rung', () => {
    const after = during(low, 8_000, clean);
    expect([after.state.rung, during(after, 2_000, clean).state.rung]).toEqual([1, 0]);
  });
  test('all the way from sound alone to the full picture when the line is mended', () => {
    const alone = during(start, 2_000, losing(0.5));
    expect(during(alone, 120_000, clean).state.rung).toBe(0);
  });
  test('also when the estimate stays low because little is sent, only later', () => {
    const alone = during(start, 2_000, losing(0.5));
    const line = (rung: number) => carrying(((rungs[rung]?.picture?.maxBitrate ?? 0) + 40_000) * 1.1);
    expect([during(alone, 20_000, line).state.rung, during(alone, 600_000, line).state.rung]).toEqual([firstSoundRung, 0]);
  });
  test('each failed climb doubles the wait', () => {
    const line = (rung: number) => (rung === 0 ? losing(0.12) : clean);
    const run = during(start, 400_000, line);
    const climbs = run.rungs.flatMap((rung, index) => (index > 0 && rung < (run.rungs[index - 1] ?? 0) ? [index * sampleEvery] : []));
    const waits = climbs.slice(1).map((at, index) => at - (climbs[index] ?? 0));
    expect(waits.every((wait, index) => index === 0 || wait >= 1.5 * (waits[index - 1] ?? 0))).toBe(true);
    expect(climbs.length).toBeGreaterThan(2);
  });
  test('a line that always loses 2 % keeps its full picture', () => expect(changes(during(start, 600_000, losing(0.02)).rungs)).toBe(0));
  test('from sound alone on a line that always loses 2 %, of which the other side speaks every five seconds', () => {
    const alone = during(start, 2_000, losing(0.5));
    let looks = 0;
    const line = (rung: number): LineSample => {
      looks += 1;
      const heard = rungs[rung]?.picture !== null || looks % 3 === 0;
      return { ...losing(0.02), outgoingLoss: heard ? 0.02 : null, availableBitrate: rungs[rung]?.picture ? 800_000 : null };
    };
    expect(during(alone, 90_000, line).state.rung).toBe(0);
  });
  test('not while the other side has said nothing at all', () => expect(during(low, 60_000, { ...clean, outgoingLoss: null }).state.rung).toBe(1));
  test('a climb that held makes the next wait shorter again', () => {
    const bad = during(start, 200_000, (rung) => (rung < 3 ? losing(0.12) : clean));
    const mended = during(bad, 600_000, clean);
    expect([mended.state.rung, mended.state.climbAfter < bad.state.climbAfter]).toEqual([0, true]);
  });
});

describe('whatever the line does', () => {
  const samples = fc.array(anySample, { maxLength: 150 });
  const walk = (list: readonly LineSample[], state = newLadder(0)) => {
    const states = [state];
    for (const [index, sample] of list.entries()) states.push(nextRung(states.at(-1) ?? state, sample, (index + 1) * sampleEvery));
    return states;
  };

  it('stays on the ladder, climbs one rung at a time and never within eight seconds of another change', () => {
    fc.assert(
      fc.property(samples, (list) => {
        const seen = walk(list).map(({ rung }) => rung);
        expect(seen.every((rung) => rung >= 0 && rung < rungs.length)).toBe(true);
        const changed = seen.flatMap((rung, index) => (index > 0 && rung !== seen[index - 1] ? [index] : []));
        const climbs = changed.filter((index) => (seen[index] ?? 0) < (seen[index - 1] ?? 0));
        expect(climbs.every((index) => (seen[index - 1] ?? 0) - (seen[index] ?? 0) === 1)).toBe(true);
        const sinceLast = climbs.map((index) => index - Math.max(0, ...changed.filter((other) => other < index)));
        expect(sinceLast.every((count) => count * sampleEvery >= 8_000)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never sends less sound while there is a picture to give up', () => {
    fc.assert(
      fc.property(samples, fc.boolean(), (list, signLanguage) => {
        const sent = walk(list, newLadder(0, { signLanguage })).map(currentRung);
        expect(sent.every(({ picture, sound }) => picture === null || sound.maxBitrate === 24_000)).toBe(true);
      }),
    );
  });

  it('brings no picture back that was switched off by hand', () => {
    fc.assert(
      fc.property(samples, samples, (earlier, after) => {
        const before = walk(earlier).at(-1) ?? newLadder(0);
        const byHand = withSoundOnly(before, true, earlier.length * sampleEvery);
        for (const [index, sample] of after.entries()) {
          expect(currentRung(nextRung(byHand, sample, (earlier.length + index + 1) * sampleEvery)).picture).toBeNull();
        }
        expect(walk(after, byHand).every((state) => currentRung(state).picture === null)).toBe(true);
      }),
    );
  });

  it('changes no more often than a person can bear, however the line swings', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 300, maxLength: 300 }), (bests) => {
        let state = newLadder(0);
        let climbs = 0;
        for (const [index, best] of bests.entries()) {
          const next = nextRung(state, state.rung < best ? losing(0.12) : clean, (index + 1) * sampleEvery);
          climbs += Number(next.rung < state.rung);
          state = next;
        }
        expect(climbs).toBeLessThanOrEqual(Math.ceil((300 * sampleEvery) / 30_000));
      }),
      { numRuns: 300 },
    );
  });
});

describe('by hand', () => {
  test('sound alone and back: the picture there was', () => {
    const off = withSoundOnly(newLadder(0), true, 1_000);
    expect(currentRung(off)).toBe(rungs[firstSoundRung]);
    expect(withSoundOnly(off, false, 9_000).rung).toBe(0);
  });
  test('asked for by hand, the smallest picture comes at once on a line that had lost it', () => {
    const off = withSoundOnly(during(start, 2_000, losing(0.5)).state, true, 3_000);
    expect(currentRung(withSoundOnly(off, false, 4_000)).picture?.maxBitrate).toBe(60_000);
  });
  test('the lowest sound is left again while the picture stays off', () => {
    const off = withSoundOnly(newLadder(0), true, 0);
    const low = during({ ...start, state: off }, 2_000, losing(0.3));
    expect([low.state.rung, during(low, 20_000, clean).state.rung]).toEqual([firstSoundRung + 1, firstSoundRung]);
  });
  test('asked twice is asked once', () => {
    const off = withSoundOnly(newLadder(0), true, 0);
    expect(withSoundOnly(off, true, 5_000)).toBe(off);
  });
});

test('signed conversation never falls below 20 frames a second, and gives up size at each rung', () => {
  const pictures = signLanguageRungs.flatMap(({ picture }) => (picture ? [picture] : []));
  expect(pictures.every(({ framesPerSecond }) => framesPerSecond >= 20)).toBe(true);
  expect(pictures.map(({ height }) => height)).toEqual([360, 240, 180, 120]);
  expect(currentRung(withSignLanguage({ ...newLadder(0), rung: 3 }, true)).picture?.framesPerSecond).toBe(20);
});

describe('lines that share an uplink', () => {
  const bits = (rung: number) => (rungs[rung]?.picture?.maxBitrate ?? 0) + 2 * (rungs[rung]?.sound.maxBitrate ?? 0);
  test('send each less the more they are: together never more than two thirds of a rural line', () => {
    expect([1, 2, 3].map((lines) => bestRungOf(lines, false))).toEqual([0, 1, 2]);
    for (const lines of [1, 2, 3]) expect(lines * bits(bestRungOf(lines, false))).toBeLessThan(666_000);
    expect(bits(bestRungOf(3, true)) + 2 * bits(bestRungOf(3, false))).toBeLessThan(666_000);
  });
  test('the best rung is never passed, however good the line, and left again when there is one line less', () => {
    const shared = withBest(newLadder(0), 1, 0);
    const run = during({ ...start, state: shared }, 60_000, clean);
    expect(currentRung(run.state)).toBe(rungs[1]);
    const alone = withBest(run.state, 0, run.now);
    expect(currentRung(alone)).toBe(rungs[0]);
    expect(during({ ...run, state: alone }, 4_000, carrying(200_000)).state.rung).toBe(0);
  });
  test('a line that loses packets is walked down from the best rung it may use', () => {
    expect(currentRung(nextRung(withBest(newLadder(0), 2, 0), losing(0.1), 2_000))).toBe(rungs[3]);
  });
});

test('whoever signs for others is seen in QVGA at 20 frames a second at least, on every rung that has a picture and beside three lines', () => {
  const pictures = interpreterRungs.flatMap(({ picture }) => (picture ? [picture] : []));
  for (const { width, height, framesPerSecond } of pictures) expect([width >= signingFloor.width, height >= signingFloor.height, framesPerSecond >= signingFloor.framesPerSecond]).toEqual([true, true, true]);
  expect(currentRung(withBest(withInterpreter(newLadder(0), true), bestRungOf(3, true), 0)).picture).toMatchObject({ height: 240, framesPerSecond: 30 });
  expect(interpreterRungs.map(({ needs }) => needs)).toEqual(rungs.map(({ needs }) => needs));
});

test('papers get 250 kbit/s at most, less on each lower rung, and never what the sound needs', () => {
  const allowances = rungs.map((_, rung) => paperAllowance({ ...newLadder(0), rung }));
  expect(allowances.every((allowance, index) => allowance <= (allowances[index - 1] ?? 250_000))).toBe(true);
  expect(allowances.at(-1)).toBeGreaterThan(0);
});

test('after a break the old line is forgotten and the rung kept', () => {
  const shaky = nextRung({ ...newLadder(0), rung: 2 }, losing(0.06), 2_000);
  expect(nextRung(afterRestart(shaky, 30_000), losing(0.06), 32_000).rung).toBe(2);
  expect(during({ state: afterRestart(shaky, 30_000), now: 30_000, rungs: [] }, 4_000, carrying(20_000)).state.rung).toBe(2);
});

test('a long time without samples is a break like any other', () => {
  const settled = during(start, 10_000, clean);
  const back = during({ ...settled, now: settled.now + 20_000 }, 4_000, carrying(100_000));
  expect([back.state.rung, during(back, 6_000, carrying(100_000)).state.rung]).toEqual([0, 3]);
});

test('a line is narrow on the smallest picture and below', () => {
  expect(rungs.map((_, rung) => isNarrow({ ...newLadder(0), rung }))).toEqual([false, false, false, true, true, true]);
});
