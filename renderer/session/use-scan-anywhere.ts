import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';
import { typesText } from '../ui/answer-keys.ts';
import { createChoiceWatch } from './scan-on-choice.ts';

const isCharacter = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) => key.length === 1 && key !== ' ' && !ctrlKey && !altKey && !metaKey;

/**
 * A reader types wherever the focus is, and nobody clicks before scanning: a character that no field waits for goes to
 * the box, with all that follow; so does what a reader types over a choice. Only the focus moves; nothing is set off.
 */
export function useScanAnywhere(box: RefObject<HTMLInputElement | null>): void {
  useLayoutEffect(() => {
    const overChoice = createChoiceWatch();
    const onKey = (event: KeyboardEvent) => {
      if (!isCharacter(event) || document.querySelector('dialog[open]')) return;
      if (event.target instanceof HTMLSelectElement) {
        const scanned = overChoice(event, event.target);
        if (scanned === undefined) return;
        event.preventDefault();
        box.current?.focus();
        // As if typed there: React hears of it.
        document.execCommand('insertText', false, scanned);
      } else if (!typesText(event.target)) box.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [box]);
}
