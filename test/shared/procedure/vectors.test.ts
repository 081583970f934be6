import { describe, expect, it } from 'vitest';
import { uncovered } from '../../../shared/procedure/vector-coverage.ts';
import { vectorDifferences } from '../../../shared/procedure/vector-run.ts';
import type { Vector } from '../../../shared/procedure/vectors.ts';
import { survivors } from '../../resources/mutants.ts';
import { sampleProcedure } from './sample-procedure.ts';

const right: Vector = {
  name: 'by the portal, in the old flow',
  today: '2026-07-02',
  facts: { province: 'BL', married: false, event: '2026-07-01', channel: 'portal' },
  expect: {
    steps: ['who', 'event-day', 'papers', 'channel-step', 'send'],
    documents: ['identity-card/main'],
    blocks: [],
    deadlines: { application: '2026-10-29' },
    outcome: { id: 'sent', is: 'submitted' },
    followUps: { 'ask-again': '2026-08-01' },
  },
};

describe('a vector', () => {
  it('that is right differs in nothing', () => expect(vectorDifferences(sampleProcedure, right)).toEqual([]));

  it('that is wrong is told apart, each thing in a sentence', () => {
    const wrong: Vector = {
      ...right,
      expect: {
        steps: ['who', 'papers', 'event-day', 'channel-step', 'send'],
        documents: ['identity-card/main', 'family-status/household'],
        blocks: ['too-late'],
        deadlines: { application: '2026-10-30' },
        outcome: null,
        followUps: {},
      },
    };
    expect(vectorDifferences(sampleProcedure, wrong)).toEqual([
      "steps: the engine's order is who, event-day, papers, channel-step, send.",
      'documents: expected family-status/household.',
      'blocks: expected too-late.',
      'deadlines: expected application on 2026-10-30; the engine says application on 2026-10-29.',
      'outcome: the engine says sent (submitted).',
      'follow-ups: the engine says ask-again on 2026-08-01.',
    ]);
  });

  it('may not give what a desk would not take', () => {
    const facts = { ...right.facts, event: '2026-07-03', colour: 'red' };
    expect(vectorDifferences(sampleProcedure, { ...right, facts }).slice(0, 2)).toEqual(['fact event: in-the-future.', 'fact colour: unknown fact.']);
  });
});

describe('coverage', () => {
  it('names each thing no vector shows, and no longer what one does', () => {
    const before = uncovered(sampleProcedure, []);
    const after = uncovered(sampleProcedure, [right]);
    expect(before).toEqual(expect.arrayContaining(['outcome sent is never reached', 'option portal of channel is never chosen', 'steps.send.when is never seen true']));
    expect(before.filter((line) => line.startsWith('papers → channel-step is never walked'))).toHaveLength(1);
    expect(before.filter((line) => !after.includes(line)).map((line) => line.replace(/,.*/, ''))).toEqual([
      'conditions.new-flow is never seen false',
      'documents.partner-consent.when is never seen false',
      'documents.family-status.when is never seen false',
      'steps.event-day.when is never seen true',
      'steps.event-day.when.not is never seen false',
      'steps.family.when is never seen false',
      'steps.channel-step.blocks.too-late.when is never seen false',
      'steps.large-family.when is never seen false',
      'steps.send.when is never seen true',
      'deadlines.papers-in.when is never seen false',
      'outcomes.sent.when is never seen true',
      'outcomes.sent-on.when is never seen false',
      'followUps.ask-again.when is never seen true',
      'outcome sent is never reached',
      'option portal of channel is never chosen',
      'who → event-day is never walked',
      'event-day → papers is never walked',
      'papers → channel-step is never walked',
      'channel-step → send is never walked',
    ]);
  });
});

it('changes no vector notices are named', () => {
  const left = survivors(sampleProcedure, [right]);
  expect(left).toContain('deadline papers-in moved');
  expect(left).not.toContain('steps.send.when turned round');
  expect(left).not.toContain('deadline application moved');
});
