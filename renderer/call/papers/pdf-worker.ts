/** The part of the PDF reader that works beside the page; a file of its own, so that it is served from our own origin. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
