import { describe, expect, it } from 'vitest';
import { answerProblems, isOnePress, planAnswer, whereToStand, worthKeeping } from '../../../renderer/procedure/answer-plan.ts';
import type { RunState } from '../../../shared/procedure/run-state.ts';
import { emptyState, sampleProcedure } from '../../shared/procedure/sample-procedure.ts';

const today = '2026-11-22';
const facts = sampleProcedure.facts;
const factNamed = (id: string) => facts.filter((fact) => fact.id === id);
const married = { province: 'RM', married: true };

describe('leaving a step', () => {
  it('goes to the first step the new answers put on the way', () => {
    expect(planAnswer(sampleProcedure, emptyState, 'who', married, today)).toEqual({ done: true, next: 'event-day' });
    expect(planAnswer(sampleProcedure, emptyState, 'who', { province: 'BS', married: false }, today)).toEqual({ done: true, next: 'papers' });
  });

  const atChannel: RunState = { ...emptyState, facts: { ...married, event: '2026-01-01', children: 0 }, doneSteps: ['who', 'event-day', 'family', 'papers'] };

  it('saves the answers and stays where a block stops', () => {
    expect(planAnswer(sampleProcedure, atChannel, 'channel-step', { channel: 'portal' }, today)).toEqual({ done: false, next: 'channel-step' });
  });

  it('stays once where an answer raises a warning, then goes on', () => {
    const warning = { id: 'careful', when: { fact: 'channel', eq: 'portal' }, stops: false, source: 'law' } as const;
    const steps = sampleProcedure.steps.map((step) => (step.id === 'channel-step' ? { ...step, blocks: [warning] } : step));
    const procedure = { ...sampleProcedure, steps };
    expect(planAnswer(procedure, atChannel, 'channel-step', { channel: 'portal' }, today)).toEqual({ done: true, next: 'channel-step' });
    const warned = { ...atChannel, facts: { ...atChannel.facts, channel: 'portal' }, doneSteps: [...atChannel.doneSteps, 'channel-step'] };
    expect(planAnswer(procedure, warned, 'channel-step', { channel: 'portal' }, today)).toEqual({ done: true, next: 'send' });
  });

  it('goes past the block once the clerk has said so', () => {
    const passed = { ...atChannel, passedBlocks: ['too-late'] };
    expect(planAnswer(sampleProcedure, passed, 'channel-step', { channel: 'portal' }, today)).toEqual({ done: true, next: 'send' });
  });

  it('ends after the last step on the way', () => {
    const passed = { ...atChannel, passedBlocks: ['too-late'] };
    expect(planAnswer(sampleProcedure, passed, 'channel-step', { channel: 'caf' }, today)).toEqual({ done: true, next: undefined });
  });
});

describe('opening a run again', () => {
  const answered: RunState = { ...emptyState, facts: { province: 'BS', married: false, channel: 'caf' }, doneSteps: ['who', 'papers', 'channel-step'] };

  it('stands at the step last shown', () => expect(whereToStand(sampleProcedure, emptyState, 'papers', today)).toBe('papers'));
  it('stands at the first thing to do when that step is not on the way', () => expect(whereToStand(sampleProcedure, emptyState, 'send', today)).toBe('who'));
  it('stands at the end when everything is done', () => expect(whereToStand(sampleProcedure, answered, 'channel-step', today)).toBeUndefined());
});

describe('answers on screen', () => {
  it('names what is missing and what does not fit', () => {
    expect(answerProblems(facts, { married: true, province: 'rm', event: '2026-12-01', children: 40 }, today)).toEqual({
      province: 'not-a-province', event: 'in-the-future', children: 'too-large', channel: 'missing',
    });
  });

  it('accepts "non so" only where the question does', () => {
    expect(answerProblems(factNamed('married'), { married: null }, today)).toEqual({});
    expect(answerProblems(factNamed('channel'), { channel: null }, today)).toEqual({ channel: 'not-known-not-allowed' });
  });

  it('keeps, on the way back, what fits and is new', () => {
    expect(worthKeeping(facts, { province: 'MI', married: true, children: 99, event: undefined }, { married: true }, today)).toEqual({ province: 'MI', married: true });
    expect(worthKeeping(facts, { province: 'BS', married: true, children: 99 }, { married: true, province: 'BS', children: 2 }, today)).toEqual({});
    expect(worthKeeping(facts, { province: 'MI', married: true, children: 99 }, { married: true, province: 'BS', children: 2 }, today)).toEqual({ province: 'MI', married: true, children: 2 });
  });

  it('goes on at one press only for one question with buttons', () => {
    expect(isOnePress(factNamed('married'))).toBe(true);
    expect(isOnePress(factNamed('channel'))).toBe(true);
    expect(isOnePress(factNamed('event'))).toBe(false);
    expect(isOnePress(facts.slice(0, 2))).toBe(false);
    expect(isOnePress([])).toBe(false);
  });
});
