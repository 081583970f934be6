import { chooseDevice, rememberDevice } from '../../../shared/call/device-choice.ts';
import { deviceMemory } from './remembered-devices.ts';
import type { DeviceMemory } from './remembered-devices.ts';

/** Why a device gives nothing. The words are in `locales/<lang>/call.json`. */
export const deviceTroubles = ['refused', 'in-use', 'none-found', 'unplugged', 'failed'] as const;
export type DeviceTrouble = (typeof deviceTroubles)[number];

export interface LocalDevice {
  /** Null while it is not asked for, being opened, or in trouble. */
  readonly track: MediaStreamTrack | null;
  readonly on: boolean;
  readonly trouble: DeviceTrouble | null;
  /** What was chosen by hand; empty for the computer's own choice. */
  readonly chosen: string;
}

export interface LocalMediaSnapshot {
  readonly microphone: LocalDevice;
  readonly camera: LocalDevice;
  readonly devices: readonly MediaDeviceInfo[];
  /** Id of the loudspeaker chosen by hand; empty for the computer's own choice. */
  readonly speaker: string;
}

export type DeviceKind = 'microphone' | 'camera';

/** 640×480 is enough for the first rung of the ladder; a paper is shown by a still picture of its own. */
const wanted = {
  microphone: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  camera: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } },
} as const satisfies Record<DeviceKind, MediaTrackConstraints>;

const listedAs = { microphone: 'audioinput', camera: 'videoinput' } as const satisfies Record<DeviceKind, MediaDeviceKind>;

const nothingYet: LocalDevice = { track: null, on: true, trouble: null, chosen: '' };

/**
 * Microphone and camera of this computer. Each is opened by itself, so that a camera taken by another program does not take
 * the voice away; one that is unplugged is replaced by the next that is there, and one chosen by hand is taken again when it is
 * back, today or another day. Nothing is opened before `open`.
 */
export class LocalMedia {
  readonly #media: MediaDevices;
  readonly #watchers = new Set<() => void>();
  #snapshot: LocalMediaSnapshot = { microphone: nothingYet, camera: nothingYet, devices: [], speaker: '' };
  readonly #memory: DeviceMemory;
  readonly #opening = new Set<DeviceKind>();
  #isOpen = false;

  constructor(media: MediaDevices = navigator.mediaDevices, memory: DeviceMemory = deviceMemory) {
    this.#media = media;
    this.#memory = memory;
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
  readonly snapshot = (): LocalMediaSnapshot => this.#snapshot;

  /** Opens both; asked again while open it does nothing. */
  async open(): Promise<void> {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#media.addEventListener('devicechange', this.#devicesChanged);
    await this.#settleAll();
    // Names are known only once permission was given.
    await this.#settleAll();
  }

  /** Lets both go: the camera's light goes out. */
  close(): void {
    this.#isOpen = false;
    this.#media.removeEventListener('devicechange', this.#devicesChanged);
    for (const kind of ['microphone', 'camera'] as const) {
      this.#snapshot[kind].track?.stop();
      this.#change(kind, { ...nothingYet, on: this.#snapshot[kind].on, chosen: this.#snapshot[kind].chosen });
    }
  }

  /** Another device, by hand. */
  async choose(kind: DeviceKind, deviceId: string): Promise<void> {
    const label = this.#snapshot.devices.find((device) => device.deviceId === deviceId)?.label ?? '';
    this.#memory.keep(kind, rememberDevice(this.#memory.read(kind), deviceId === '' ? '' : label));
    this.#change(kind, { ...this.#snapshot[kind], chosen: deviceId });
    await this.#open(kind);
  }

  chooseSpeaker(deviceId: string): void {
    this.#show({ ...this.#snapshot, speaker: deviceId });
  }

  /** Muted, a track stays in place and sends silence or black. */
  turn(kind: DeviceKind, on: boolean): void {
    const device = this.#snapshot[kind];
    if (device.track) device.track.enabled = on;
    this.#change(kind, { ...device, on });
  }

  /** Tries again what was in trouble: after a permission was given, or another program let go of the camera. */
  async retry(kind: DeviceKind): Promise<void> {
    await this.#list();
    await this.#settle(kind);
    await this.#list();
  }

  async #settleAll(): Promise<void> {
    await this.#list();
    await Promise.all([this.#settle('microphone'), this.#settle('camera')]);
  }

  /** Opens what is not open, and changes to the device chosen by hand where that is there again. */
  async #settle(kind: DeviceKind): Promise<void> {
    if (this.#opening.has(kind) || !this.#isOpen) return;
    const { track, trouble } = this.#snapshot[kind];
    const remembered = this.#memory.read(kind);
    const listed = this.#snapshot.devices.filter((device) => device.kind === listedAs[kind]).map(({ deviceId: id, label }) => ({ id, label }));
    const used = track?.getSettings().deviceId;
    const wantedId = chooseDevice(listed, remembered, used);
    const chosen = listed.find(({ id, label }) => id === wantedId && remembered.includes(label))?.id ?? '';
    this.#change(kind, { ...this.#snapshot[kind], chosen });
    if (track === null || (chosen !== '' && chosen !== used && trouble === null)) await this.#open(kind);
  }

  async #open(kind: DeviceKind): Promise<void> {
    this.#opening.add(kind);
    await this.#tryToOpen(kind);
    this.#opening.delete(kind);
  }

  async #tryToOpen(kind: DeviceKind): Promise<void> {
    const { chosen } = this.#snapshot[kind];
    const constraints = { ...wanted[kind], ...(chosen !== '' && { deviceId: { ideal: chosen } }) };
    try {
      const stream = await this.#media.getUserMedia(kind === 'microphone' ? { audio: constraints } : { video: constraints });
      const [track] = stream.getTracks();
      if (track) this.#take(kind, track);
    } catch (error) {
      this.#change(kind, { ...this.#snapshot[kind], track: null, trouble: troubleOf(error) });
    }
  }

  #take(kind: DeviceKind, track: MediaStreamTrack): void {
    if (!this.#isOpen) return track.stop();
    const before = this.#snapshot[kind];
    before.track?.stop();
    track.enabled = before.on;
    track.addEventListener('ended', () => this.#ended(kind, track));
    this.#change(kind, { ...before, track, trouble: null });
  }

  /** Unplugged: the next one that is there takes its place. */
  #ended(kind: DeviceKind, track: MediaStreamTrack): void {
    if (this.#snapshot[kind].track !== track) return;
    this.#change(kind, { ...this.#snapshot[kind], track: null, trouble: 'unplugged' });
    void this.retry(kind);
  }

  readonly #devicesChanged = (): void => {
    void this.#settleAll();
  };

  async #list(): Promise<void> {
    this.#show({ ...this.#snapshot, devices: await this.#media.enumerateDevices() });
  }

  #change(kind: DeviceKind, device: LocalDevice): void {
    this.#show({ ...this.#snapshot, [kind]: device });
  }

  #show(snapshot: LocalMediaSnapshot): void {
    this.#snapshot = snapshot;
    for (const watcher of this.#watchers) watcher();
  }
}

/** What a browser's refusal means for a person (https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia). */
export function troubleOf(error: unknown): DeviceTrouble {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotReadableError' || name === 'AbortError') return 'in-use';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none-found' : 'failed';
}
