import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

/** For what appears in place of the button that was pressed: takes the focus that went with it, so that the keyboard goes on from there. */
export function useFocusTakenOver(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (document.activeElement === document.body) element.current?.focus();
  }, [element]);
}
