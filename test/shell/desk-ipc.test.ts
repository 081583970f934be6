import { describe, expect, test } from 'vitest';
import type { Desk } from '../../electron/host/desk-methods.ts';
import { answer, refuse } from '../../shared/desk/refusal.ts';
import { createFakeDesk } from '../host/fake-desk.ts';
import { createFakeIpc, frameAt } from './fake-ipc.ts';

const withDesk = (desk: Desk) => createFakeIpc({ real: () => answer(desk) });

describe('who is heard', () => {
  test('the main frame of our window, on a page of ours', async () => {
    const desk = createFakeDesk('clerk');
    const ipc = withDesk(desk);
    expect(await ipc.invoke(ipc.state.mainFrame, 'readHome', {})).toEqual({ ok: true, value: null });
    expect(desk.ran).toEqual([{ method: 'readHome', input: {} }]);
  });

  test.each([
    ['a frame within the page', () => frameAt('desk://app/')],
    ['another window', () => frameAt('desk://app/formazione/')],
    ['a frame that is gone', () => null],
  ])('not %s', async (_who, frame) => {
    const desk = createFakeDesk('clerk');
    await expect(withDesk(desk).invoke(frame(), 'readHome', {})).rejects.toThrow('not a page of the desk');
    expect(desk.ran).toEqual([]);
  });

  test.each(['https://evil.example/', 'desk://evil/', 'file:///desk/index.html', 'http://app/', 'about:blank', 'desk://app/assets/x.html', ''])(
    'not our own window gone to %j',
    async (url) => {
      const desk = createFakeDesk('clerk');
      const ipc = createFakeIpc({ real: () => answer(desk) }, frameAt(url));
      await expect(ipc.invoke(ipc.state.mainFrame, 'readHome', {})).rejects.toThrow('not a page of the desk');
      expect(desk.ran).toEqual([]);
    },
  );
});

test.each([[undefined], [null], [7], [{}], [['readHome']], ['__proto__']])('%j is no method', async (method) => {
  const ipc = withDesk(createFakeDesk('clerk'));
  expect(await ipc.invoke(ipc.state.mainFrame, method, {})).toMatchObject({ ok: false, code: 'unknown-method' });
});

test('the page’s address says which desk is meant, and only that one is opened', async () => {
  const training = createFakeDesk('supervisor');
  const real = (): never => {
    throw new Error('the real desk was opened');
  };
  const ipc = createFakeIpc({ real, training: () => answer(training) }, frameAt('desk://app/formazione/#/archivio'));
  await ipc.invoke(ipc.state.mainFrame, 'verifyJournal', {});
  expect(training.ran).toHaveLength(1);
});

test('a desk that is not offered, or cannot be opened, is refused with a sentence', async () => {
  const none = createFakeIpc({}, frameAt('desk://app/'));
  expect(await none.invoke(none.state.mainFrame, 'readHome', {})).toMatchObject({ ok: false, code: 'unknown-method' });
  const held = createFakeIpc({ real: () => refuse('database-in-use') });
  expect(await held.invoke(held.state.mainFrame, 'readHome', {})).toMatchObject({ ok: false, code: 'database-in-use', sentence: expect.any(String) });
});

describe('events', () => {
  const event = { name: 'deskChanged', data: {} } as const;

  async function listening() {
    const desk = createFakeDesk('clerk');
    const ipc = withDesk(desk);
    const heard: unknown[] = [];
    ipc.bridge.subscribe((given) => heard.push(given));
    await ipc.invoke(ipc.state.mainFrame, 'readHome', {});
    await ipc.invoke(ipc.state.mainFrame, 'readHome', {});
    return { desk, ipc, heard };
  }

  test('reach the page once, however often it called', async () => {
    const { desk, heard } = await listening();
    desk.emit(event);
    expect(heard).toEqual([event]);
  });

  test('do not reach a page that has gone elsewhere, or a window that is gone', async () => {
    const { desk, ipc, heard } = await listening();
    ipc.state.mainFrame = frameAt('desk://app/formazione/');
    desk.emit(event);
    ipc.state.mainFrame = frameAt('https://evil.example/');
    desk.emit(event);
    ipc.state.mainFrame = frameAt('desk://app/');
    ipc.state.destroyed = true;
    desk.emit(event);
    expect(heard).toEqual([]);
  });
});
