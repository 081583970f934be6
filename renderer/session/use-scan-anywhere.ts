import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { typesText } from '../ui/answer-keys.ts';

/**
 * A reader types wherever the focus is, and nobody clicks before scanning: a character that no field waits for goes to
 * the box, with all that follow. Only the focus moves; nothing is set off.
 */
export function useScanAnywhere(box: RefObject<HTMLInputElement | null>): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isCharacter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (isCharacter && !typesText(event.target) && !document.querySelector('dialog[open]')) box.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [box]);
}
