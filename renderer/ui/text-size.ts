/** Text sizes a clerk may choose, in percent; layouts reflow up to the largest without scrolling sideways. */
export const textSizes = [100, 150, 200] as const;
export type TextSize = (typeof textSizes)[number];

const key = 'text-size';
const isTextSize = (value: number): value is TextSize => textSizes.some((size) => size === value);

/** The size chosen on this computer. */
export function savedTextSize(): TextSize {
  const saved = Number(localStorage.getItem(key));
  return isTextSize(saved) ? saved : 100;
}

const apply = (size: TextSize) => document.documentElement.style.setProperty('--desk-text-scale', String(size / 100));

export const applySavedTextSize = (): void => apply(savedTextSize());

/** Changes the size of all text on this computer, now and at the next start. */
export function chooseTextSize(size: TextSize): void {
  localStorage.setItem(key, String(size));
  apply(size);
}
