import type { CallConductor } from '../call-conductor.ts';

/** Shows a window or the screen, chosen in the browser's own dialog; or takes it away again. A refused dialog changes nothing. */
export async function shareScreen(conductor: CallConductor): Promise<void> {
  if (conductor.snapshot().mine.screen) return conductor.put('screen', null);
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 5, max: 15 } }, audio: false }).catch(() => undefined);
  const [track] = stream?.getVideoTracks() ?? [];
  if (!track) return;
  track.contentHint = 'detail';
  track.addEventListener('ended', () => conductor.put('screen', null));
  conductor.put('screen', track);
}
