import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

/** Whether keys pressed there write or choose something of their own. */
export const typesText = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.matches('input:not([type=radio], [type=checkbox]), textarea, select') || target.isContentEditable);

/** Whether Enter does something of its own there. */
const takesEnter = (target: EventTarget | null) => typesText(target) || (target instanceof HTMLElement && target.matches('a, button, input, summary'));

/**
 * Keys 1–9 and Enter press the button of a region that says so in `aria-keyshortcuts`, only while the focus is inside the
 * region and not where the key has a meaning of its own (WCAG 2.1.4).
 */
export function useAnswerKeys(region: RefObject<HTMLElement | null>): void {
  // Before the step is drawn: whoever sees it may press at once.
  useLayoutEffect(() => {
    const element = region.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      const isAnswer = event.key === 'Enter' ? !takesEnter(event.target) : /^[1-9]$/.test(event.key) && !typesText(event.target);
      if (isAnswer) element?.querySelector<HTMLElement>(`[aria-keyshortcuts="${event.key}"]`)?.click();
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [region]);
}
