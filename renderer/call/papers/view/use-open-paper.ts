import { useEffect, useState } from 'react';
import type { PaperMime } from '../../../../shared/call/paper-kind.ts';
import { openPaper } from '../open-paper.ts';
import type { OpenPaper } from '../open-paper.ts';

/** A paper opened to be looked at, closed with the screen that shows it; `undefined` while it is being opened, `null` when it cannot be. */
export function useOpenPaper(bytes: Uint8Array<ArrayBuffer>, mime: PaperMime): OpenPaper | null | undefined {
  const [opened, setOpened] = useState<{ readonly bytes: Uint8Array; readonly paper: OpenPaper | null }>();
  useEffect(() => {
    let gone = false;
    const opening = openPaper(bytes, mime).catch(() => null);
    void opening.then((paper) => gone || setOpened({ bytes, paper }));
    return () => {
      gone = true;
      setOpened(undefined);
      void opening.then((paper) => paper?.close());
    };
  }, [bytes, mime]);
  return opened?.bytes === bytes ? opened.paper : undefined;
}
