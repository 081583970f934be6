import { expect, test, vi } from 'vitest';
import { watchConnection } from '../../../renderer/desk/connection.ts';
import type { Reply } from '../../../shared/desk/refusal.ts';

test('the connection is lost with the first unanswered call and back with the first answered one', async () => {
  const replies: Reply<unknown>[] = [
    { ok: true, value: null },
    { ok: false, code: 'connection-lost', sentence: '' },
    { ok: false, code: 'connection-lost', sentence: '' },
    { ok: false, code: 'not-signed-in', sentence: '' },
  ];
  const { wire, connection } = watchConnection({
    call: async () => replies.shift() ?? { ok: true, value: null },
    subscribe: () => () => undefined,
  });
  const listener = vi.fn<() => void>();
  const stop = connection.subscribe(listener);
  const lost: boolean[] = [];
  for (let call = 0; call < 4; call++) {
    await wire.call('describeDesk', {});
    lost.push(connection.isLost());
  }
  expect(lost).toEqual([false, true, true, false]);
  expect(listener).toHaveBeenCalledTimes(2);
  stop();
});
