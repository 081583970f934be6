import type { CallMesh } from '../mesh/call-mesh.ts';

/** Shows a window or the screen to everybody, chosen in the browser's own dialog; or takes it away again. A refused dialog changes nothing. */
export async function shareScreen(mesh: CallMesh): Promise<void> {
  if (mesh.snapshot().sharing) return mesh.put('screen', null);
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 5, max: 15 } }, audio: false }).catch(() => undefined);
  const [track] = stream?.getVideoTracks() ?? [];
  if (!track) return;
  track.contentHint = 'detail';
  track.addEventListener('ended', () => mesh.put('screen', null));
  mesh.put('screen', track);
}
