import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAsk, anyStep } from './consultation-commands.ts';
import { at, furnishedStore } from './opened-store.ts';

const eternity = '2100-01-01T00:00:00.000Z';

test('the store moves consultations exactly as the rules say, each for whom it belongs to', () => {
  const store = furnishedStore();
  let run = 0;
  const followsTheRules = fc.property(fc.commands([anyAsk, anyStep, anyStep, anyStep, anyStep], { maxCommands: 60, size: 'max' }), (commands) => {
    // Each run begins with an empty queue in the same file.
    run += 1;
    for (const { id } of store.unfinished()) store.step({ id, event: { type: 'end', reason: 'expired' }, by: { kind: 'hub' }, at });
    store.purge({ keptOrNone: eternity, others: eternity, at });
    fc.modelRun(() => ({ model: new Map(), real: { store, count: run * 1000 } }), commands);
  });
  expect(() => fc.assert(followsTheRules, { numRuns: 600 })).not.toThrow();
});
