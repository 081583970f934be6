import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

/** Whether keys pressed there write or choose something of their own. */
export const typesText = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.matches('input:not([type=radio], [type=checkbox]), textarea, select') || target.isContentEditable);

/**
 * Keys 1–9 press the button of a region that says so in `aria-keyshortcuts`, only while the focus is inside the region and
 * not in a field (WCAG 2.1.4).
 */
export function useDigitKeys(region: RefObject<HTMLElement | null>): void {
  // Before the step is drawn: whoever sees it may press at once.
  useLayoutEffect(() => {
    const element = region.current;
    const onKey = (event: KeyboardEvent) => {
      if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey || event.repeat || typesText(event.target)) return;
      element?.querySelector<HTMLElement>(`[aria-keyshortcuts="${event.key}"]`)?.click();
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [region]);
}
