import { describe, expect, test } from 'vitest';
import { parseStartOptions } from '../../../electron/host/program/start-options.ts';

const defaults = { browser: false, noOpen: false, data: undefined, port: 0, training: false, noHub: false };

test.each([
  [[], {}],
  [['--browser'], { browser: true }],
  [['--no-open'], { noOpen: true }],
  [['--training'], { training: true }],
  [['--data', '/srv/desk'], { data: '/srv/desk' }],
  [['--data=/srv/desk'], { data: '/srv/desk' }],
  [['--port', '8080'], { port: 8080 }],
  [['--port=0'], { port: 0 }],
  [['--training', '--training'], { training: true }],
  [['--training', '--port=65535', '--browser'], { training: true, port: 65_535, browser: true }],
])('%j', (args, expected) => {
  expect(parseStartOptions(args)).toEqual({ ok: true, options: { ...defaults, ...expected } });
});

describe('what makes no sense gets a sentence that names it', () => {
  test.each([
    [['--brwser'], '--brwser'],
    [['-b'], '-b'],
    [['start'], 'start'],
    [['--data'], '--data'],
    [['--no-open=1'], '--no-open'],
    [['--port', '65536'], '--port'],
    [['--port', '-1'], '--port'],
    [['--port', '80a'], '--port'],
    [['--port='], '--port'],
    [['--__proto__'], '--__proto__'],
    [['--data='], '--data'],
    [['--data', ' '], '--data'],
    [['--data', 'a', '--data=a'], '--data'],
    [['--data', '/srv/desk-formazione'], '--training'],
    [['--data', '/srv/Desk-Formazione/', '--training'], '--training'],
    [['--port=1', '--training', '--port=2'], '--port'],
  ])('%j', (args, named) => {
    const parsed = parseStartOptions(args);
    expect(parsed.ok ? 'accepted' : parsed.sentence).toContain(named);
  });
});
