import { expect, test, vi } from 'vitest';
import { keepAwake } from '../../../renderer/call/keep-awake.ts';

/** A page that can be hidden, and a browser that lends locks and takes them back from a page out of sight. */
function page() {
  const events = new EventTarget();
  let visibilityState: DocumentVisibilityState = 'visible';
  const held = new Set<object>();
  const request = vi.fn<WakeLock['request']>(async () => {
    const lock = { release: async () => void held.delete(lock) } as unknown as WakeLockSentinel;
    held.add(lock);
    return lock;
  });
  const show = async (visible: boolean) => {
    visibilityState = visible ? 'visible' : 'hidden';
    if (!visible) held.clear();
    events.dispatchEvent(new Event('visibilitychange'));
    await settled();
  };
  const settled = () => vi.waitFor(() => expect(request.mock.settledResults.every(({ type }) => type !== 'incomplete')).toBe(true));
  const shown = {
    get visibilityState() {
      return visibilityState;
    },
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  };
  return { shown: shown as unknown as Document, locks: { request }, held, show, settled };
}

test('the screen stays on while the page is seen, again after it was hidden, and no longer than the call', async () => {
  const { shown, locks, held, show, settled } = page();
  const end = keepAwake(shown, locks);
  await settled();
  expect(held.size).toBe(1);
  await show(false);
  expect(held.size).toBe(0);
  await show(true);
  expect(held.size).toBe(1);
  end();
  expect(held.size).toBe(0);
  await show(true);
  expect(held.size).toBe(0);
});

test('a lock that comes after the call is over is given back at once', async () => {
  const { shown, locks, held, settled } = page();
  keepAwake(shown, locks)();
  await settled();
  expect(held.size).toBe(0);
});

test('a browser that has no lock, or refuses it, harms nothing', async () => {
  const { shown } = page();
  const refuse = vi.fn<WakeLock['request']>(() => Promise.reject(new DOMException('low battery', 'NotAllowedError')));
  keepAwake(shown, undefined)();
  const end = keepAwake(shown, { request: refuse });
  await vi.waitFor(() => expect(refuse.mock.settledResults).toMatchObject([{ type: 'rejected' }]));
  end();
});
