/** A camera that has not answered after so many milliseconds will not. */
const patience = 6_000;

const withinPatience = <Value>(work: Promise<Value>): Promise<Value> =>
  Promise.race([work, new Promise<never>((_, reject) => setTimeout(() => reject(new Error('the camera does not answer')), patience))]);

/**
 * One picture of the camera, as large as the camera makes it: the call goes on with its own small one. Where the browser takes
 * no photographs the picture of the call is made large for a moment.
 */
export async function takeStill(track: MediaStreamTrack): Promise<ImageBitmap> {
  const photo = await photograph(track).catch(() => undefined);
  const most = track.getCapabilities?.().width?.max ?? 0;
  if (photo && photo.width >= most) return photo;
  const grabbed = await grabLarge(track).catch(() => undefined);
  if (!photo && !grabbed) throw new Error('the camera gives no picture');
  return photo && (!grabbed || photo.width >= grabbed.width) ? photo : (grabbed as ImageBitmap);
}

async function photograph(track: MediaStreamTrack): Promise<ImageBitmap | undefined> {
  // Only Chromium has it, and a desk may run elsewhere (https://www.w3.org/TR/image-capture/).
  if (!('ImageCapture' in globalThis)) return undefined;
  const camera = new ImageCapture(track);
  const { imageWidth, imageHeight } = await withinPatience(camera.getPhotoCapabilities());
  const size = { ...(imageWidth?.max !== undefined && { imageWidth: imageWidth.max }), ...(imageHeight?.max !== undefined && { imageHeight: imageHeight.max }) };
  return createImageBitmap(await withinPatience(camera.takePhoto(size)));
}

/** The call's own picture at the camera's full size, and back. */
async function grabLarge(track: MediaStreamTrack): Promise<ImageBitmap> {
  const before = track.getConstraints();
  const most = track.getCapabilities?.();
  const larger = most?.width?.max !== undefined && most.height?.max !== undefined;
  if (larger) await track.applyConstraints({ width: { ideal: most.width?.max ?? 0 }, height: { ideal: most.height?.max ?? 0 } });
  try {
    return await withinPatience(frameOf(track));
  } finally {
    if (larger) await track.applyConstraints(before);
  }
}

async function frameOf(track: MediaStreamTrack): Promise<ImageBitmap> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  await video.play();
  // The first frames after a change are still dark or small.
  for (let frame = 0; frame < 5; frame++) await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
  const picture = await createImageBitmap(video);
  video.srcObject = null;
  return picture;
}
