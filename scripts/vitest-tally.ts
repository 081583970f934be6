import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';
import type { Tally } from './tally.ts';

/** Environment variable with the path the tally is written to. */
export const tallyPathVariable = 'VITEST_TALLY';

/** A vitest reporter that writes a Tally: vitest's own JSON does not say why a test was skipped. */
export default class VitestTally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const path = process.env[tallyPathVariable];
    if (path !== undefined) writeFileSync(path, JSON.stringify(tallyOf(modules, errors)));
  }
}

function tallyOf(modules: readonly TestModule[], errors: readonly SerializedError[]): Tally {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const withState = (state: string): TestCase[] => tests.filter((test) => test.result().state === state);
  const brokenModules = modules.filter((module) => module.errors().length > 0);
  return {
    passed: withState('passed').length,
    failed: withState('failed').length + withState('pending').length + brokenModules.length + errors.length,
    skips: withState('skipped').map((test) => ({ test: `${test.module.relativeModuleId} > ${test.fullName}`, reason: skipReason(test) })),
  };
}

function skipReason(test: TestCase): string {
  const result = test.result();
  return (result.state === 'skipped' ? result.note : undefined) ?? 'no reason given';
}
