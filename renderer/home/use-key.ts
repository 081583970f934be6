import { useLayoutEffect } from 'react';

/**
 * Does `action` when a function key is pressed while this screen is up and no dialog stands over it. Function keys
 * only: a letter would fire while somebody dictates or types (WCAG 2.1.4).
 */
export function useKey(key: 'F2' | 'F4', action: () => void): void {
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      if (event.key !== key || !plain || event.repeat || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [key, action]);
}
