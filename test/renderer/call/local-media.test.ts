import { describe, expect, test } from 'vitest';
import { LocalMedia } from '../../../renderer/call/devices/local-media.ts';
import type { DeviceKind } from '../../../renderer/call/devices/local-media.ts';
import type { DeviceMemory } from '../../../renderer/call/devices/remembered-devices.ts';

class FakeTrack extends EventTarget {
  enabled = true;
  stopped = false;
  readonly deviceId: string;
  constructor(deviceId: string) {
    super();
    this.deviceId = deviceId;
  }
  getSettings = () => ({ deviceId: this.deviceId });
  stop = () => void (this.stopped = true);
}

/** Cameras and microphones that can be plugged and unplugged. */
class FakeDevices extends EventTarget {
  readonly tracks: FakeTrack[] = [];
  list: { kind: MediaDeviceKind; deviceId: string; label: string }[] = [];

  enumerateDevices = () => Promise.resolve(this.list.map((device) => ({ ...device })));

  getUserMedia = (constraints: { audio?: { deviceId?: { ideal: string } }; video?: { deviceId?: { ideal: string } } }) => {
    const kind = constraints.video ? 'videoinput' : 'audioinput';
    const wanted = (constraints.video ?? constraints.audio)?.deviceId?.ideal;
    const here = this.list.filter((device) => device.kind === kind);
    const device = here.find(({ deviceId }) => deviceId === wanted) ?? here[0];
    if (!device) return Promise.reject(new DOMException('', 'NotFoundError'));
    const track = new FakeTrack(device.deviceId);
    this.tracks.push(track);
    return Promise.resolve({ getTracks: () => [track] });
  };

  plug(...devices: { kind: MediaDeviceKind; deviceId: string; label: string }[]) {
    this.list = devices;
    for (const track of this.tracks.filter(({ deviceId, stopped }) => !stopped && !devices.some((device) => device.deviceId === deviceId))) {
      track.stopped = true;
      track.dispatchEvent(new Event('ended'));
    }
    this.dispatchEvent(new Event('devicechange'));
  }
}

const inside = { kind: 'videoinput', deviceId: 'inside', label: 'Webcam integrata' } as const;
const webcam = { kind: 'videoinput', deviceId: 'webcam', label: 'Webcam Logitech' } as const;
const microphone = { kind: 'audioinput', deviceId: 'microphone', label: 'Microfono' } as const;

function memory(): DeviceMemory {
  const kept = new Map<DeviceKind, readonly string[]>();
  return { read: (kind) => kept.get(kind) ?? [], keep: (kind, labels) => void kept.set(kind, labels) };
}

const settled = async () => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

async function opened(devices: FakeDevices, remembers = memory()) {
  const media = new LocalMedia(devices as unknown as MediaDevices, remembers);
  await media.open();
  return media;
}
const cameraOf = (media: LocalMedia) => media.snapshot().camera.track?.getSettings().deviceId;

describe('a camera chosen by hand', () => {
  test('is taken again when it is plugged in again, and the one in its place is let go', async () => {
    const devices = new FakeDevices();
    devices.list = [inside, webcam, microphone];
    const media = await opened(devices);
    await media.choose('camera', 'webcam');
    devices.plug(inside, microphone);
    await settled();
    expect([cameraOf(media), media.snapshot().camera.trouble]).toEqual(['inside', null]);
    devices.plug(inside, webcam, microphone);
    await settled();
    expect([cameraOf(media), media.snapshot().camera.chosen]).toEqual(['webcam', 'webcam']);
    expect(devices.tracks.filter(({ deviceId, stopped }) => deviceId !== 'microphone' && !stopped).length).toBe(1);
  });

  test('is taken at the next call as well, whatever its id is then', async () => {
    const devices = new FakeDevices();
    devices.list = [inside, webcam, microphone];
    const remembers = memory();
    await (await opened(devices, remembers)).choose('camera', 'webcam');
    const later = new FakeDevices();
    later.list = [inside, { ...webcam, deviceId: 'another id' }, microphone];
    expect(cameraOf(await opened(later, remembers))).toBe('another id');
  });

  test('is forgotten when the computer’s own is chosen', async () => {
    const devices = new FakeDevices();
    devices.list = [inside, webcam, microphone];
    const remembers = memory();
    const media = await opened(devices, remembers);
    await media.choose('camera', 'webcam');
    await media.choose('camera', '');
    expect(remembers.read('camera')).toEqual([]);
  });
});

test('a stranger plugged in during a call takes nothing over', async () => {
  const devices = new FakeDevices();
  devices.list = [inside, microphone];
  const media = await opened(devices);
  devices.plug(webcam, inside, microphone);
  await settled();
  expect([cameraOf(media), devices.tracks.length]).toEqual(['inside', 2]);
});

test('without a camera the voice is there, and a camera plugged in later is taken', async () => {
  const devices = new FakeDevices();
  devices.list = [microphone];
  const media = await opened(devices);
  expect([media.snapshot().camera.trouble, media.snapshot().microphone.trouble]).toEqual(['none-found', null]);
  devices.plug(webcam, microphone);
  await settled();
  expect([cameraOf(media), media.snapshot().camera.trouble]).toEqual(['webcam', null]);
});

test('a camera that opens after the screen was left is let go at once', async () => {
  const devices = new FakeDevices();
  devices.list = [inside, microphone];
  const media = new LocalMedia(devices as unknown as MediaDevices, memory());
  const opening = media.open();
  media.close();
  await opening;
  expect(devices.tracks.every(({ stopped }) => stopped)).toBe(true);
});
