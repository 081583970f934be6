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

const nothingYet: LocalDevice = { track: null, on: true, trouble: null, chosen: '' };

/**
 * Microphone and camera of this computer. Each is opened by itself, so that a camera taken by another program does not take
 * the voice away; one that is unplugged is replaced by the next that is there. Nothing is opened before `open`.
 */
export class LocalMedia {
  readonly #media: MediaDevices;
  readonly #watchers = new Set<() => void>();
  #snapshot: LocalMediaSnapshot = { microphone: nothingYet, camera: nothingYet, devices: [], speaker: '' };
  #isOpen = false;

  constructor(media: MediaDevices = navigator.mediaDevices) {
    this.#media = media;
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
    await Promise.all([this.#open('microphone'), this.#open('camera')]);
    await this.#list();
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
    await this.#open(kind);
    await this.#list();
  }

  async #open(kind: DeviceKind): Promise<void> {
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
    void this.#list();
    for (const kind of ['microphone', 'camera'] as const) if (this.#snapshot[kind].track === null) void this.#open(kind);
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
