import { useState } from 'react';
import type { KeyboardEvent } from 'react';

/** Whether Caps Lock was on at the last key; give `watch` to a field's `onKeyDown` and `onKeyUp`. */
export function useCapsLock() {
  const [on, setOn] = useState(false);
  const watch = (event: KeyboardEvent) => setOn(event.getModifierState('CapsLock'));
  return { on, watch };
}
