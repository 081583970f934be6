import { expect, test, vi } from 'vitest';
import { CallPapers } from '../../../../renderer/call/papers/call-papers.ts';
import { FakeCall } from '../fake-call.ts';

const pdf = new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(5_000)}\nstartxref\n9\n%%EOF\n`);
const verbale = { label: 'Verbale', mime: 'application/pdf', bytes: pdf, pages: null };

function bothSides() {
  const call = new FakeCall();
  return { call, shows: new CallPapers(call.desk.conductor, 'shows'), views: new CallPapers(call.official.conductor, 'views') };
}

/** A paper sent, received and opened. */
async function shown() {
  const sides = bothSides();
  sides.call.connect();
  sides.shows.setConsent(true);
  const offered = await sides.shows.exchange.offer(verbale);
  if ('refusal' in offered) throw new Error(offered.refusal);
  await vi.waitFor(() => expect(sides.shows.exchange.snapshot().out[0]?.at).toBe('received'));
  sides.views.exchange.shown(offered.paperId);
  await vi.waitFor(() => expect(sides.shows.snapshot().seenAt).toHaveProperty(offered.paperId));
  return { ...sides, paperId: offered.paperId };
}

test('a paper agreed to arrives, and the desk knows when it was opened', async () => {
  const { shows, views, paperId } = await shown();
  expect(views.exchange.bytes(paperId)).toEqual(pdf);
  expect(shows.snapshot().seenAt[paperId]).toMatch(/^\d{4}-.*Z$/);
});

test('without consent it is not taken', async () => {
  const { call, shows, views } = bothSides();
  call.connect();
  await shows.exchange.offer(verbale);
  await vi.waitFor(() => expect(shows.exchange.snapshot().out[0]).toMatchObject({ at: 'refused', refusal: 'no-consent' }));
  expect(views.exchange.snapshot().in[0]?.parts).toEqual([]);
});

test('consent taken back takes every paper back, at both sides', async () => {
  const { shows, views, paperId } = await shown();
  shows.prepare({ bytes: pdf, mime: 'application/pdf', from: 'file' });
  shows.setConsent(false);
  await vi.waitFor(() => expect(views.exchange.snapshot().in[0]).toMatchObject({ at: 'cancelled', parts: [] }));
  expect([shows.exchange.bytes(paperId), views.exchange.bytes(paperId), shows.snapshot().draft]).toEqual([undefined, undefined, null]);
});

test('when the call is over no paper stays in memory, at neither side', async () => {
  const { call, shows, views, paperId } = await shown();
  shows.prepare({ bytes: pdf, mime: 'application/pdf', from: 'file' });
  call.desk.over();
  call.official.over();
  for (const papers of [shows, views]) {
    expect(papers.exchange.snapshot()).toEqual({ out: [], in: [] });
    expect(papers.exchange.bytes(paperId)).toBeUndefined();
    expect(papers.snapshot()).toEqual({ consent: false, stillAsked: false, draft: null, seenAt: {} });
  }
});

test('a paper sent while the line is broken is seen to wait, and goes when the line is back', async () => {
  const { call, shows } = bothSides();
  call.connect();
  shows.setConsent(true);
  call.cut();
  await shows.exchange.offer(verbale);
  expect(shows.exchange.snapshot().out).toMatchObject([{ at: 'apart', confirmed: 0 }]);
  call.connect();
  await vi.waitFor(() => expect(shows.exchange.snapshot().out[0]?.at).toBe('received'));
});

test('consent is said again over each connection', () => {
  const { call, shows, views } = bothSides();
  shows.setConsent(true);
  expect(views.snapshot().consent).toBe(false);
  call.connect();
  expect(views.snapshot().consent).toBe(true);
});

test('a still is asked of the desk alone, and the request ends with what is chosen', () => {
  const { call, shows, views } = bothSides();
  expect(views.askStill()).toBe(false);
  call.connect();
  expect(views.askStill()).toBe(true);
  expect(shows.snapshot().stillAsked).toBe(true);
  shows.prepare({ bytes: pdf, mime: 'application/pdf', from: 'camera' });
  expect(shows.snapshot().stillAsked).toBe(false);
  shows.askStill();
  expect(views.snapshot().stillAsked).toBe(false);
});

test('an official’s page cannot make a desk take a paper', async () => {
  const { call, shows, views } = bothSides();
  call.connect();
  shows.setConsent(true);
  await views.exchange.offer(verbale);
  await vi.waitFor(() => expect(views.exchange.snapshot().out[0]).toMatchObject({ at: 'refused', refusal: 'no-consent' }));
});
