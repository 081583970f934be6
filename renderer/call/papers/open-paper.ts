import type { PaperMime } from '../../../shared/call/paper-kind.ts';
import type { Turn } from '../pointer/surface-place.ts';

/** A page to be drawn: counted from 1, turned, and so many pixels wide at most. */
export interface PageDrawing {
  readonly page: number;
  readonly turn: Turn;
  readonly width: number;
}

/** A paper ready to be looked at. What is drawn lands on a canvas: nothing has an address, nothing is left to be given back. */
export interface OpenPaper {
  readonly pages: number;
  readonly draw: (drawing: PageDrawing) => Promise<HTMLCanvasElement>;
  readonly close: () => void;
}

/** Opens a paper; rejects for one that cannot be drawn. The reader of PDF is fetched with the first of them. */
export async function openPaper(bytes: Uint8Array<ArrayBuffer>, mime: PaperMime): Promise<OpenPaper> {
  if (mime !== 'application/pdf') return openPicture(await createImageBitmap(new Blob([bytes], { type: mime })));
  const { openPdf } = await import('./open-pdf.ts');
  return openPdf(bytes);
}

/** Largest side of a picture as it is drawn, in pixels: A3 at 300 points an inch fits. */
export const largestDrawn = 5_000;

function openPicture(picture: ImageBitmap): OpenPaper {
  return { pages: 1, draw: ({ turn }) => Promise.resolve(drawTurned(picture, turn)), close: () => picture.close() };
}

function drawTurned(picture: ImageBitmap, turn: Turn): HTMLCanvasElement {
  const scale = Math.min(1, largestDrawn / Math.max(picture.width, picture.height));
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = turn % 2 === 0 ? [width, height] : [height, width];
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws nothing');
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turn * Math.PI) / 2);
  context.drawImage(picture, -width / 2, -height / 2, width, height);
  return canvas;
}
