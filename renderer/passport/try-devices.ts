import type { Finding } from '../../shared/session/passport-verdicts.ts';
import { passportTimes } from '../../shared/session/passport-plan.ts';
import type { DeviceTrouble, LocalDevice, LocalMedia } from '../call/devices/local-media.ts';
import { watchLevel } from '../call/devices/watch-level.ts';
import { within } from './within.ts';

/** Opens camera and microphone as a call would, waits for a picture and listens for a voice. The caller closes them. */
export async function tryDevices(media: LocalMedia, calledOff: AbortSignal): Promise<readonly Finding[]> {
  await within(passportTimes.devicesOpen, calledOff, media.open());
  const { camera, microphone } = media.snapshot();
  return Promise.all([tryCamera(camera, calledOff), tryMicrophone(microphone, calledOff)]);
}

async function tryCamera({ track, trouble }: LocalDevice, calledOff: AbortSignal): Promise<Finding> {
  if (track === null) return { test: 'camera', reason: reasonOf(trouble), value: null };
  const seen = await within(passportTimes.listen, calledOff, firstFrame(track));
  return { test: 'camera', reason: seen === undefined ? 'no-picture' : 'fine', value: null };
}

async function tryMicrophone({ track, trouble }: LocalDevice, calledOff: AbortSignal): Promise<Finding> {
  if (track === null) return { test: 'microphone', reason: reasonOf(trouble), value: null };
  const loudest = await listen(track, calledOff);
  return loudest === undefined ? { test: 'microphone', reason: 'failed', value: null } : { test: 'microphone', reason: 'fine', value: loudest };
}

function reasonOf(trouble: DeviceTrouble | null): 'refused' | 'in-use' | 'none-found' | 'failed' | 'not-answered' {
  // Neither a track nor a refusal: the browser's question was left open.
  if (trouble === null) return 'not-answered';
  return trouble === 'unplugged' ? 'none-found' : trouble;
}

function firstFrame(track: MediaStreamTrack): Promise<true> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  return new Promise((resolve, reject) => {
    video.requestVideoFrameCallback(() => resolve(true));
    video.play().catch(reject);
  });
}

/** Loud enough to need no more listening. */
const clearlyHeard = 0.02;

/** The loudest moment, 0 to 1, as soon as a voice is heard; `undefined` when the page's sound system never woke up. */
async function listen(track: MediaStreamTrack, calledOff: AbortSignal): Promise<number | undefined> {
  let loudest: number | undefined;
  let stop: () => void = () => undefined;
  const voice = new Promise<void>((resolve) => {
    stop = watchLevel(track, ({ mean, asleep }) => {
      if (!asleep) loudest = Math.max(loudest ?? 0, mean);
      if (loudest !== undefined && loudest >= clearlyHeard) resolve();
    });
  });
  await within(passportTimes.listen, calledOff, voice);
  stop();
  return loudest;
}
