import { expect, test } from 'vitest';
import type { DeskConsultation } from '../../../shared/hub/hub-views.ts';
import { rungs } from '../../../shared/call/ladder-rungs.ts';
import { bandwidthBytes, holdsCall, passportLongest, passportTimes, probing, whyNoHub } from '../../../shared/session/passport-plan.ts';

test('at its longest the whole stays within a minute, with time to spare for a slow computer', () => {
  expect(passportLongest).toBeLessThanOrEqual(50_000);
});

test('every packet of the probe leaves before its time is up', () => {
  expect(probing.everyMs * probing.count).toBeLessThan(passportTimes.probes);
});

test('the probe is a light one, and the flow ends by itself only where the line is fast', () => {
  const probeBits = (probing.bytes * 8 * 1_000) / probing.everyMs;
  expect(probeBits).toBeLessThanOrEqual(2 * (rungs[0]?.sound.maxBitrate ?? 0) + 20_000);
  expect((bandwidthBytes * 8) / (passportTimes.bandwidth / 1_000)).toBeGreaterThan(5 * (rungs[0]?.picture?.maxBitrate ?? 0));
});

test.each([
  [{ link: { at: 'none' }, trial: null }, 'no-hub'],
  [{ link: { at: 'connected' }, trial: { officialAddress: 'http://127.0.0.1/' } }, 'trial'],
  [{ link: { at: 'connecting', trouble: null }, trial: null }, 'hub-away'],
  [{ link: { at: 'refused', reason: 'desk-revoked' }, trial: null }, 'hub-away'],
  [{ link: { at: 'connected' }, trial: null }, null],
] as const)('with %j: %s', (hub, reason) => expect(whyNoHub(hub)).toBe(reason));

const consultation = (state: DeskConsultation['state'], inCall: boolean) => ({ state, call: inCall ? { callId: 'K', parties: [], medium: 'video', deskSealingKey: 'B' } : null }) as unknown as DeskConsultation;
const holding = (...consultations: DeskConsultation[]) => holdsCall({ view: { deskName: '', offices: [], consultations } });

test('the line is free while nobody talks and nothing rings', () => {
  expect(holdsCall({ view: null })).toBe(false);
  expect(holding()).toBe(false);
  expect(holding(consultation('waiting', false), consultation('promised', false), consultation('ended', true))).toBe(false);
  expect(holding(consultation('waiting', false), consultation('active', true))).toBe(true);
  expect(holding(consultation('ringing', false))).toBe(true);
});
