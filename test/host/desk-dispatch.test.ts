import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dispatch } from '../../electron/host/desk-dispatch.ts';
import { answer, refuse } from '../../shared/desk/refusal.ts';
import { deskApi } from '../../shared/desk/desk-api.ts';
import { createFakeDesk } from './fake-desk.ts';

const sessionId = '01890000-0000-7000-8000-000000000001';

describe('names', () => {
  test.each(['deleteEverything', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'describedesk', ' describeDesk'])(
    '%j is nobody’s method',
    async (method) => {
      const desk = createFakeDesk('supervisor');
      expect(await dispatch(desk, method, {})).toMatchObject({ ok: false, code: 'unknown-method' });
      expect(desk.ran).toEqual([]);
    },
  );

  test('whatever is not in the table is refused', () =>
    fc.assert(
      fc.asyncProperty(fc.string(), fc.anything(), async (method, input) => {
        fc.pre(!Object.hasOwn(deskApi, method));
        expect(await dispatch(createFakeDesk('supervisor'), method, input)).toMatchObject({ code: 'unknown-method' });
      }),
    ));
});

describe('shape', () => {
  test('an extra field is refused and its name, which may be data, is not repeated', async () => {
    const desk = createFakeDesk('clerk');
    const reply = await dispatch(desk, 'readSession', { sessionId, Rossi: 1 });
    expect(reply).toMatchObject({ ok: false, code: 'invalid-input', details: { field: '' } });
    expect(JSON.stringify(reply)).not.toContain('Rossi');
    expect(desk.ran).toEqual([]);
  });

  test('__proto__ as a field is an extra field', async () => {
    const reply = await dispatch(createFakeDesk('clerk'), 'readHome', JSON.parse('{"__proto__":{"role":"supervisor"}}'));
    expect(reply).toMatchObject({ code: 'invalid-input' });
  });

  test('the field at fault is named, its value is not', async () => {
    const reply = await dispatch(createFakeDesk('clerk'), 'addNumber', { runId: sessionId, kind: 'RSSMRA80A01H501U', value: 'x' });
    expect(reply).toMatchObject({ code: 'invalid-input', details: { field: 'kind' } });
    expect(JSON.stringify(reply)).not.toContain('RSSMRA80A01H501U');
  });

  test('a key typed where a name belongs is not repeated either', async () => {
    const facts = { 'Mario Rossi': true };
    const reply = await dispatch(createFakeDesk('clerk'), 'answerStep', { runId: sessionId, step: 'a', facts, done: true, next: 'b' });
    expect(reply).toMatchObject({ code: 'invalid-input', details: { field: 'facts' } });
  });

  test.each([undefined, null, 7, 'text', [], () => 1, 1n])('%s is no input', async (input) => {
    expect(await dispatch(createFakeDesk('clerk'), 'readHome', input)).toMatchObject({ code: 'invalid-input' });
  });

  test('a circle is no input', async () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(await dispatch(createFakeDesk('clerk'), 'readHome', circle)).toMatchObject({ code: 'invalid-input' });
  });

  test('what runs is what the schema let through', async () => {
    const desk = createFakeDesk('clerk');
    await dispatch(desk, 'addNumber', { runId: sessionId, kind: 'domus', value: '  123 ' });
    expect(desk.ran).toEqual([{ method: 'addNumber', input: { runId: sessionId, kind: 'domus', value: '123' } }]);
  });
});

test('a string of 10 MB is too large, whichever field it is in', async () => {
  const desk = createFakeDesk('clerk');
  expect(await dispatch(desk, 'saveNote', { runId: sessionId, note: 'a'.repeat(10_000_000) })).toMatchObject({ code: 'too-large' });
  expect(desk.ran).toEqual([]);
});

describe('role', () => {
  test.each([
    [undefined, 'describeDesk', true],
    [undefined, 'readHome', 'not-signed-in'],
    [undefined, 'verifyJournal', 'not-signed-in'],
    ['clerk', 'readHome', true],
    ['clerk', 'verifyJournal', 'supervisor-only'],
    ['supervisor', 'verifyJournal', true],
    ['supervisor', 'readHome', true],
  ] as const)('%s calling %s: %s', async (role, method, expected) => {
    const desk = createFakeDesk(role);
    const reply = await dispatch(desk, method, {});
    expect(reply.ok ? true : reply.code).toBe(expected);
    expect(desk.ran).toHaveLength(expected === true ? 1 : 0);
  });

  test('nothing but describing, setting up and getting in is open to anyone', () => {
    const open = Object.entries(deskApi).flatMap(([method, row]) => (row.who === 'anyone' ? [method] : []));
    expect(open).toEqual(['describeDesk', 'saveSetupDraft', 'completeSetup', 'signIn', 'recoverAccess', 'restoreCopy']);
  });
});

describe('what comes back', () => {
  test('a value as it is', async () => {
    const desk = createFakeDesk('clerk', { listProcedures: () => answer([]) });
    expect(await dispatch(desk, 'listProcedures', {})).toEqual({ ok: true, value: [] });
  });

  test('an expected no with its sentence, blanks filled', async () => {
    const desk = createFakeDesk(undefined, { signIn: () => refuse('locked-out', { seconds: 40 }) });
    const reply = await dispatch(desk, 'signIn', { clerkId: sessionId, passphrase: 'x' });
    expect(reply).toMatchObject({ ok: false, code: 'locked-out', details: { seconds: 40 } });
    expect(reply.ok ? '' : reply.sentence).toContain('40 secondi');
  });

  test('a crash is answered, and logged without what was typed', async () => {
    const lines: string[] = [];
    const note = 'RSSMRA80A01H501U ha chiamato';
    const desk = createFakeDesk('clerk', {
      saveNote: ({ note: typed }) => {
        throw new TypeError(`cannot save ${typed}`);
      },
    });
    const reply = await dispatch(desk, 'saveNote', { runId: sessionId, note }, (line) => lines.push(line));
    expect(reply).toMatchObject({ ok: false, code: 'crashed' });
    expect(lines.join('\n')).toMatch(/^saveNote: TypeError\n\s+at /);
    expect(lines.join('\n') + JSON.stringify(reply)).not.toContain('RSSMRA');
  });

  test('a rejected promise is a crash as well', async () => {
    const desk = createFakeDesk('clerk', { readHome: () => Promise.reject(new Error('late')) });
    expect(await dispatch(desk, 'readHome', {}, () => undefined)).toMatchObject({ code: 'crashed' });
  });
});
