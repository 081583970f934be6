import { largestPaper } from '../../../shared/call/paper-frames.ts';
import type { PaperRefusal } from '../../../shared/call/paper-frames.ts';
import { mimeOfName, paperProblem } from '../../../shared/call/paper-kind.ts';
import type { PaperDraft } from './call-papers.ts';

/** Reads a file the clerk chose, or says why it cannot be shown: its content must be what its name says. */
export async function readChosen(file: File): Promise<PaperDraft | { readonly refusal: PaperRefusal }> {
  if (file.size > largestPaper) return { refusal: 'too-large' };
  const mime = mimeOfName(file.name);
  if (mime === undefined) return { refusal: 'wrong-type' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const problem = paperProblem(bytes, mime);
  return problem === null ? { bytes, mime, from: 'file' } : { refusal: problem };
}
