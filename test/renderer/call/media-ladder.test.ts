import { beforeEach, expect, test } from 'vitest';
import { MediaLadder } from '../../../renderer/call/media-ladder.ts';
import type { LineView } from '../../../renderer/call/media-ladder.ts';

/** A sender with or without a track, and what it was told. */
class FakeSender {
  track: { readonly id: string; readonly getSettings: () => { height: number } } | null = null;
  told: RTCRtpSendParameters | undefined;
  getParameters = () => ({ encodings: [{}] });
  setParameters = async (parameters: RTCRtpSendParameters) => void (this.told = parameters);
  put(id: string, height: number): void {
    this.track = { id, getSettings: () => ({ height }) };
  }
}

/** A connection that only counts: what it has sent, and what the other side last said of it. */
class CountingConnection {
  sent = 0;
  lost = 0;
  reports = 0;
  readonly connectionState = 'connected';
  readonly senders = ['microphone', 'camera', 'screen'].map(() => new FakeSender());
  getTransceivers = (): object[] => this.senders.map((sender) => ({ sender }));
  getStats = (): Promise<Map<string, object>> =>
    Promise.resolve(
      new Map<string, object>([
        ['O', { id: 'O', type: 'outbound-rtp', packetsSent: this.sent }],
        ['R', { id: 'R', type: 'remote-inbound-rtp', localId: 'O', timestamp: this.reports, fractionLost: this.lost }],
      ]),
    );
  /** The other side reports: such a share of what was sent since its last report never came. */
  report(lost: number): void {
    this.reports += 1;
    this.lost = lost;
  }
}

let now: number;
let pc: CountingConnection;
let flow: { lastByteAt: number; flowingSince: number };
let views: LineView[];
let ladder: MediaLadder;

beforeEach(() => {
  now = 0;
  pc = new CountingConnection();
  flow = { lastByteAt: 0, flowingSince: 0 };
  views = [];
  ladder = new MediaLadder({ pc: () => pc as unknown as RTCPeerConnection, flow, now: () => now, onChange: (view) => views.push(view) });
});

/** So many looks, two seconds apart, on a line that loses such a share of what is sent. */
async function look(times: number, lossShare = 0): Promise<void> {
  for (let one = 0; one < times; one++) {
    now += 2_000;
    flow.lastByteAt = now;
    pc.sent += 200;
    pc.report(lossShare);
    await ladder.look();
  }
}

test('a line that loses packets is walked down', async () => {
  await look(6);
  expect(ladder.state.rung).toBe(0);
  await look(3, 0.12);
  expect(ladder.state.rung).toBeGreaterThan(0);
  expect(views.at(-1)?.rung.picture?.maxBitrate).toBeLessThan(500_000);
});

test('what was lost in a break, told of after it, takes no picture away', async () => {
  await look(6);
  now += 3_000;
  flow = Object.assign(flow, { flowingSince: now, lastByteAt: now });
  pc.sent += 300;
  await ladder.look();
  await look(2, 0.9);
  await look(10);
  expect(ladder.state.rung).toBe(0);
});

test('in the middle of a break nothing is learnt of the line', async () => {
  await look(6);
  const before = ladder.state;
  now += 2_000;
  pc.sent += 200;
  pc.report(0.95);
  await ladder.look();
  expect(ladder.state).toBe(before);
  expect(views.at(-1)?.verdict.level).toBe('lost');
});

test('losses some seconds after a break count again', async () => {
  await look(6);
  flow.flowingSince = now + 2_000;
  await look(6);
  await look(3, 0.12);
  expect(ladder.state.rung).toBeGreaterThan(0);
});

test('a camera turned on late, changed, or a screen shown gets its share with the next look, though the line stays as it was', async () => {
  const [, camera, screen] = pc.senders;
  await look(2);
  expect(camera?.told).toBeUndefined();
  camera?.put('first', 720);
  await look(1);
  expect(camera?.told?.encodings[0]).toMatchObject({ maxBitrate: 500_000, scaleResolutionDownBy: 2 });
  camera?.put('second', 1_080);
  screen?.put('a window', 900);
  await look(1);
  expect(camera?.told?.encodings[0]).toMatchObject({ scaleResolutionDownBy: 3 });
  expect(screen?.told).toMatchObject({ encodings: [{ maxBitrate: 250_000 }], degradationPreference: 'maintain-resolution' });
});

test('every look is told of with what was seen, and whether the line keeps the picture away', async () => {
  const seen: [loss: number | null, withoutPicture: boolean][] = [];
  ladder = new MediaLadder({ pc: () => pc as unknown as RTCPeerConnection, flow, now: () => now, onChange: () => undefined, onSample: ({ outgoingLoss }, without) => seen.push([outgoingLoss, without]) });
  flow.flowingSince = -10_000;
  await look(8);
  await look(20, 0.5);
  expect(seen[5]).toEqual([0, false]);
  expect(seen.at(-1)).toEqual([0.5, true]);
});
