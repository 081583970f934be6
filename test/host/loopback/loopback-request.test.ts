import { expect, test } from 'vitest';
import { isOurHost, isOurOrigin } from '../../../electron/host/loopback/loopback-request.ts';

test.each(['127.0.0.1', 'localhost'])('on port 80 browsers leave the port out of %s', (host) => {
  expect(isOurHost({ host }, 80)).toBe(true);
  expect(isOurOrigin({ host, origin: `http://${host}` }, 80)).toBe(true);
  expect(isOurHost({ host }, 8080)).toBe(false);
});

test('no other name is ours on port 80 either', () => {
  for (const host of ['evil.example', '127.0.0.1:8080', '127.0.0.1.evil.example', '']) expect(isOurHost({ host }, 80)).toBe(false);
});
