import type { PaperMime } from '../../../shared/call/paper-kind.ts';
import { largestDrawn } from './open-paper.ts';
import { angleOf, cutBox, straightenedSize } from './picture-edit.ts';
import type { PictureEdit } from './picture-edit.ts';

/**
 * A picture as it will be sent, on a canvas: only what is seen of it is in there. What a telephone writes into its pictures
 * (place, time, device) is not.
 * @param uncut leaves the cut out, for the screen where it is chosen
 */
export function drawEdited(picture: ImageBitmap, edit: PictureEdit, uncut = false): HTMLCanvasElement {
  const scale = Math.min(1, largestDrawn / Math.max(picture.width, picture.height));
  const [width, height] = [picture.width * scale, picture.height * scale];
  const sheet = straightenedSize({ width, height }, edit);
  const box = uncut ? { left: 0, top: 0, ...sheet } : cutBox(sheet, edit.cut);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [box.width, box.height];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws nothing');
  // The corners a slanted picture leaves free are paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, box.width, box.height);
  if (edit.grey) context.filter = 'grayscale(1)';
  context.translate(sheet.width / 2 - box.left, sheet.height / 2 - box.top);
  context.rotate(angleOf(edit));
  context.drawImage(picture, -width / 2, -height / 2, width, height);
  return canvas;
}

/** The bytes of a drawn picture. A drawing or a screenshot stays exact; a photograph need not. */
export async function bytesOfDrawn(canvas: HTMLCanvasElement, mime: Exclude<PaperMime, 'application/pdf'>): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, mime, 0.92));
  if (!blob) throw new Error('the picture cannot be written');
  return new Uint8Array(await blob.arrayBuffer());
}
