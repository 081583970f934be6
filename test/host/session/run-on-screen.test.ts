import { expect, test } from 'vitest';
import { clerk, recordsInAFolder, valueOf } from './context-in-a-folder.ts';
import { changingLibrary, sampleProcedure, standingClock } from './session-desk.ts';

/** A session with two procedures begun, the second a minute after the first. */
function twoRuns() {
  const time = standingClock();
  const library = changingLibrary(sampleProcedure(), sampleProcedure({ id: 'second', title: 'La seconda' }));
  const methods = recordsInAFolder({ clock: time.clock, library }).as(clerk);
  const { id: sessionId } = valueOf(methods.openSession({ privacy: 'anonymous' }));
  const first = valueOf(methods.startRun({ sessionId, procedure: 'sample' }));
  time.goOn({ minutes: 1 });
  const second = valueOf(methods.startRun({ sessionId, procedure: 'second' }));
  time.goOn({ minutes: 1 });
  const standing = () => {
    const { run, step } = valueOf(methods.readSession({ sessionId }));
    return { run, step };
  };
  return { methods, sessionId, first, second, standing };
}

test('a session stands at the procedure last worked on, whichever was begun last', () => {
  const { methods, first, second, standing } = twoRuns();
  const [begin, later] = first.procedure.steps.map(({ id }) => id);
  expect(standing()).toEqual({ run: second.record.id, step: second.texts.steps[begin ?? '']?.title });
  valueOf(methods.showStep({ runId: first.record.id, step: later ?? '' }));
  expect(standing()).toEqual({ run: first.record.id, step: first.texts.steps[later ?? '']?.title });
});

test('a procedure that has ended is no place to stand at', () => {
  const { methods, first, second, standing } = twoRuns();
  valueOf(methods.endRun({ runId: second.record.id, outcome: 'info-only' }));
  expect(standing()).toEqual({ run: first.record.id, step: first.texts.steps[first.record.currentStep]?.title });
  valueOf(methods.endRun({ runId: first.record.id, outcome: 'info-only' }));
  expect(standing()).toEqual({ run: undefined, step: undefined });
});
