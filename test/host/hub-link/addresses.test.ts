import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phoneIn } from '../../../electron/host/hub-link/desk-phone.ts';
import { deskSocketAddress, hubOrigin } from '../../../electron/host/hub-link/hub-address.ts';

test.each([
  ['hub.example.it', 'https://hub.example.it'],
  ['  HTTPS://Hub.Example.it/ ', 'https://hub.example.it'],
  ['wss://hub.example.it:8443/desk', 'https://hub.example.it:8443'],
  ['https://chi:segreto@hub.example.it', 'https://hub.example.it'],
  ['http://127.0.0.1:4180', 'http://127.0.0.1:4180'],
  ['http://localhost:4180', 'http://localhost:4180'],
  ['ws://[::1]:4180', 'http://[::1]:4180'],
])('%j is the hub at %s', (typed, origin) => {
  expect(hubOrigin(typed)).toEqual({ ok: true, value: origin });
});

test.each(['', 'http://hub.example.it', 'ws://hub.example.it', 'ftp://hub.example.it', 'file:///etc/passwd', 'javascript:alert(1)', 'http://127.0.0.1.example.it', 'https://', 'http://localhost.example.it'])('%j is no safe address', (typed) => {
  expect(hubOrigin(typed)).toMatchObject({ ok: false, code: 'hub-address-not-safe' });
});

test('an origin is one whatever was typed, and stays one', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (typed) => {
      const first = hubOrigin(typed);
      if (!first.ok) return;
      expect(first.value).toMatch(/^https:|^http:\/\/(localhost|127\.|\[::1\])/);
      expect(hubOrigin(first.value)).toEqual(first);
      expect(URL.canParse(deskSocketAddress(first.value))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['Piazza del Municipio 1\nlun-ven 9-12, 14:00-16:00\ntel. 0521 123456', '0521 123456'],
  ['Cell. +39 333 1234567', '+39 333 1234567'],
  ['tel 0341/123.456 - fax 0341/123.457', '0341/123.456'],
  ['Aperto dalle 09:00 alle 12:30, CAP 43121', null],
  ['', null],
])('%j: telephone %j', (contact, phone) => {
  expect(phoneIn(contact)).toBe(phone);
});
