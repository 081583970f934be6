import { useEffect, useState } from 'react';

/** A picture unpacked, and let go with the screen that shows it; `undefined` while it is being unpacked, `null` when it cannot be. */
export function usePicture(bytes: Uint8Array<ArrayBuffer>, mime: string): ImageBitmap | null | undefined {
  const [picture, setPicture] = useState<ImageBitmap | null>();
  useEffect(() => {
    let gone = false;
    const unpacking = createImageBitmap(new Blob([bytes], { type: mime })).catch(() => null);
    void unpacking.then((unpacked) => gone || setPicture(unpacked));
    return () => {
      gone = true;
      setPicture(undefined);
      void unpacking.then((unpacked) => unpacked?.close());
    };
  }, [bytes, mime]);
  return picture;
}
