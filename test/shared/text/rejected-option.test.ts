import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { rejectedOption } from '../../../shared/text/rejected-option.ts';

const options = { data: { type: 'string' }, training: { type: 'boolean' } } as const;

/** What Node says of arguments it does not take. */
function complaint(args: readonly string[]): unknown {
  try {
    return parseArgs({ args: [...args], options, strict: true });
  } catch (error) {
    return error;
  }
}

test.each([
  [['--colour'], '--colour'],
  [['--data'], '--data'],
  [['--training=yes'], '--training'],
  [['somewhere'], 'somewhere'],
])('of %j it names %s', (args, option) => {
  expect(rejectedOption(complaint(args))).toBe(option);
});

test('of anything else it names nothing', () => {
  expect(rejectedOption(new Error('out of memory'))).toBe('');
});
