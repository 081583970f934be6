import { getDocument, PDFWorker, version } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { largestDrawn } from './open-paper.ts';
import type { OpenPaper, PageDrawing } from './open-paper.ts';

/** Beside this file once it is built: readers of the picture formats scanners use, in plain script, as no page of ours may compile code (vite.config.ts). */
const readers = import.meta.url.replace(/[^/]*$/, `pdfjs-${version}/`);

/** Opens a PDF to be drawn page by page. Nothing in it runs: no forms, no links, no scripts are looked at. */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<OpenPaper> {
  // One for each paper: what it keeps in memory goes with it.
  const beside = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  // Its types know of no port but none.
  const worker = new PDFWorker({ port: beside as unknown as null });
  // It takes the bytes it is given for its own.
  const loading = getDocument({ data: bytes.slice(), worker, useWasm: false, wasmUrl: readers, enableXfa: false, verbosity: 0 });
  const close = () => {
    void loading.destroy().finally(() => {
      worker.destroy();
      beside.terminate();
    });
  };
  try {
    const pdf = await loading.promise;
    return { pages: pdf.numPages, draw: (drawing) => drawPage(pdf, drawing), close };
  } catch (error) {
    close();
    throw error;
  }
}

async function drawPage(pdf: PDFDocumentProxy, { page: number, turn, width }: PageDrawing): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(number);
  const rotation = (page.rotate + turn * 90) % 360;
  const natural = page.getViewport({ scale: 1, rotation });
  const scale = Math.min(width / natural.width, largestDrawn / Math.max(natural.width, natural.height));
  const viewport = page.getViewport({ scale, rotation });
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.floor(viewport.width), Math.floor(viewport.height)];
  await page.render({ canvas, viewport }).promise;
  return canvas;
}
