import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { newCall, nextCall } from '../../../shared/call/call-machine.ts';
import type { CallEffect, CallEvent, CallState } from '../../../shared/call/call-machine.ts';
import { callTiming } from '../../../shared/call/call-timing.ts';
import { legEndReasons } from '../../../shared/call/leg-reasons.ts';
import { media } from '../../../shared/hub/closed-lists.ts';
import type { Medium } from '../../../shared/hub/closed-lists.ts';

/** A page that does what the machine says, with one timer, and what it is found to do wrong. */
class Page {
  state: CallState = newCall;
  now = 0;
  wake: number | undefined;
  leg: Medium | undefined;
  connected = false;
  readonly wrong: string[] = [];
  readonly done: CallEffect[] = [];
  /** How late the page's timer is; browsers' may be up to a millisecond early. */
  readonly timerOff: number;

  constructor(timerOff = 0) {
    this.timerOff = timerOff;
  }

  feed(event: CallEvent): this {
    const before = this.state;
    const { state, effects, ignored } = nextCall(before, event, this.now);
    this.state = state;
    for (const effect of effects) this.carryOut(effect);
    if (ignored && (state !== before || effects.length > 0)) this.wrong.push(`${event.type} ignored and yet followed`);
    this.look(before);
    return this;
  }

  carryOut(effect: CallEffect): void {
    this.done.push(effect);
    const fault = this.faultOf(effect);
    if (fault !== undefined) this.wrong.push(fault);
    if (effect.do === 'openLeg') this.leg = effect.medium;
    if (effect.do === 'closeLeg') this.leg = undefined;
    if (effect.do === 'build') this.connected = true;
    if (effect.do === 'tearDown') this.connected = false;
    if (effect.do === 'wake') this.wake = effect.at;
  }

  faultOf(effect: CallEffect): string | undefined {
    const carried = this.state.at === 'connecting' || this.state.at === 'live' || this.state.at === 'bridging';
    switch (effect.do) {
      case 'openLeg':
        return this.leg === undefined ? undefined : 'a leg opened in a leg';
      case 'closeLeg':
        return this.leg === undefined || !legEndReasons.includes(effect.reason) ? 'a leg closed that was not open' : undefined;
      case 'build':
        return carried && 'medium' in this.state && this.state.medium === effect.medium ? undefined : 'built for nothing';
      case 'restart':
        return carried && this.connected ? undefined : 'restarted what is not there';
      case 'tearDown':
      case 'setMedium':
        return this.connected ? undefined : `${effect.do} of what is not there`;
      case 'countSetUp':
      case 'countReconnection':
        return effect.afterMs >= 0 ? undefined : 'there before it was gone or asked for';
      case 'wake':
        return effect.at >= this.now && effect.at <= this.now + callTiming.connectFor ? undefined : 'woken in the past or too late';
    }
  }

  look(before: CallState): void {
    const { state } = this;
    const hasLeg = 'medium' in state && state.at !== 'apart';
    if (this.leg !== (hasLeg ? state.medium : undefined)) this.wrong.push(`${state.at} with a leg of ${this.leg}`);
    if (this.connected !== (state.at === 'connecting' || state.at === 'live' || state.at === 'bridging')) this.wrong.push(`${state.at} with connection: ${this.connected}`);
    if (before.at === 'over' && state !== before) this.wrong.push('something after the end');
    if ((state.at === 'connecting' || state.at === 'bridging') && (this.wake === undefined || this.wake > this.now + callTiming.connectFor)) this.wrong.push(`${state.at} and nobody looks again`);
    if (state.at === 'bridging' && this.now - state.since > callTiming.bridgeFor + Math.max(0, this.timerOff)) this.wrong.push('bridged for too long');
  }

  /** Time goes on, and the timer with it. */
  pass(milliseconds: number): this {
    const end = this.now + milliseconds;
    while (this.wake !== undefined && this.wake + this.timerOff <= end) {
      // A timer takes some time, however early it is.
      this.now = Math.max(this.now + 0.2, this.wake + this.timerOff);
      this.wake = undefined;
      this.feed({ type: 'tick' });
    }
    this.now = Math.max(this.now, end);
    return this;
  }
}

const event: fc.Arbitrary<CallEvent> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<CallEvent>({ type: 'start', medium: 'video' }, { type: 'start', medium: 'audio' }) },
  { weight: 12, arbitrary: fc.constantFrom<CallEvent>({ type: 'mediaCame' }, { type: 'mediaStopped' }, { type: 'hubLost' }, { type: 'hubBack' }) },
  { weight: 4, arbitrary: fc.constantFrom(...media).map((medium): CallEvent => ({ type: 'changeMedium', medium })) },
  { weight: 1, arbitrary: fc.constantFrom<CallEvent>({ type: 'hangUp' }, { type: 'remoteHungUp' }, { type: 'consultationEnded' }, { type: 'tick' }) },
);
const moment = fc.record({ event, after: fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 90_000 })) });

it('whatever comes, when and in which order: legs, connection and clock are right, and the end is the end', () => {
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 50 }), fc.constantFrom(-1, -0.3, 0, 40, 900), (moments, timerOff) => {
      const page = new Page(timerOff);
      for (const { event: next, after } of moments) page.pass(after).feed(next);
      page.pass(120_000);
      expect(page.wrong).toEqual([]);
    }),
    { numRuns: 15_000 },
  );
});

it('a call that nobody ends is over only when somebody ended it, and every leg that began has one end', () => {
  fc.assert(
    fc.property(fc.array(moment, { maxLength: 40 }), (moments) => {
      const page = new Page();
      for (const { event: next, after } of moments) page.pass(after).feed(next);
      const ended = moments.some(({ event: { type } }) => type === 'hangUp' || type === 'remoteHungUp' || type === 'consultationEnded');
      expect(page.state.at === 'over').toBe(ended);
      page.feed({ type: 'hangUp' });
      const legs = page.done.flatMap((effect) => (effect.do === 'openLeg' || effect.do === 'closeLeg' ? [effect.do] : []));
      expect(legs).toEqual(legs.map((_, index) => (index % 2 === 0 ? 'openLeg' : 'closeLeg')));
      expect(legs.length % 2).toBe(0);
    }),
    { numRuns: 10_000 },
  );
});

const live = () => new Page().feed({ type: 'start', medium: 'video' }).pass(400).feed({ type: 'mediaCame' }).pass(5_000);
const doneBy = (page: Page, wanted: CallEffect['do']) => page.done.filter((effect) => effect.do === wanted);

describe('a break', () => {
  test('whose last timer is late, and the hub back before it: nothing is to be done in the past', () => {
    const page = new Page(900).feed({ type: 'start', medium: 'video' }).pass(400).feed({ type: 'mediaCame' }).feed({ type: 'mediaStopped' });
    page.pass(60_500).feed({ type: 'hubBack' }).pass(2_000);
    expect([page.wrong, page.state.at]).toEqual([[], 'apart']);
  });

  test('of 59 seconds is bridged in the same leg, with new paths first and a new connection later', () => {
    const page = live().feed({ type: 'mediaStopped' }).pass(59_000);
    expect([page.state.at, doneBy(page, 'openLeg').length]).toEqual(['bridging', 1]);
    page.feed({ type: 'mediaCame' });
    expect([page.state.at, doneBy(page, 'countReconnection')]).toEqual(['live', [{ do: 'countReconnection', afterMs: 59_000 }]]);
    expect(doneBy(page, 'restart').length).toBeGreaterThan(2 * doneBy(page, 'build').length);
  });
  test('of 61 is a new leg', () => {
    const page = live().feed({ type: 'mediaStopped' }).pass(61_000);
    expect([page.state.at, page.done.find((effect) => effect.do === 'closeLeg')]).toEqual(['apart', { do: 'closeLeg', reason: 'network-lost' }]);
    page.feed({ type: 'hubBack' }).pass(300).feed({ type: 'mediaCame' });
    expect([page.state.at, page.leg]).toEqual(['live', 'video']);
  });
  test('without the hub nothing is tried in vain, and the first try is its return', () => {
    const page = live().feed({ type: 'mediaStopped' }).feed({ type: 'hubLost' }).pass(20_000);
    const before = page.done.filter((effect) => effect.do === 'restart' || effect.do === 'build').length;
    page.feed({ type: 'hubBack' });
    expect([doneBy(page, 'restart').length + doneBy(page, 'build').length, before]).toEqual([before + 1, 2]);
  });
  test('a timer that rings a little early is set again: the tries go on', () => {
    const page = new Page(-0.4).feed({ type: 'start', medium: 'video' });
    page.feed({ type: 'mediaCame' }).feed({ type: 'mediaStopped' }).pass(30_000);
    expect(doneBy(page, 'restart').length + doneBy(page, 'build').length).toBeGreaterThan(8);
  });
});

test('a connection nobody answers is built four times in all, and then the leg is given up', () => {
  const page = new Page(-0.4).feed({ type: 'start', medium: 'video' }).pass(60_000);
  expect([page.state.at, doneBy(page, 'build').length, page.done.find((effect) => effect.do === 'closeLeg')]).toEqual(['apart', 4, { do: 'closeLeg', reason: 'never-connected' }]);
});

test('sound alone and back is another leg of the same connection', () => {
  const page = live().feed({ type: 'changeMedium', medium: 'audio' }).feed({ type: 'changeMedium', medium: 'video' });
  expect([doneBy(page, 'build').length, doneBy(page, 'openLeg')]).toEqual([1, [{ do: 'openLeg', medium: 'video' }, { do: 'openLeg', medium: 'audio' }, { do: 'openLeg', medium: 'video' }]]);
});
