import type { PointedSurface } from '../../../shared/call/pointer-message.ts';
import type { Place } from './call-pointer.ts';

/** Quarter turns to the right. */
export type Turn = 0 | 1 | 2 | 3;

export const turnedRight = (turn: Turn): Turn => ((turn + 1) % 4) as Turn;
export const turnedLeft = (turn: Turn): Turn => ((turn + 3) % 4) as Turn;

/** Where a place of a surface stands once the surface is turned. */
export function turnedPlace({ x, y }: Place, turn: Turn): Place {
  switch (turn) {
    case 0:
      return { x, y };
    case 1:
      return { x: 1 - y, y: x };
    case 2:
      return { x: 1 - x, y: 1 - y };
    case 3:
      return { x: y, y: 1 - x };
  }
}

/** The place of the surface itself that stands there on the turned one. */
export const placeBeforeTurn = (place: Place, turn: Turn): Place => turnedPlace(place, ((4 - turn) % 4) as Turn);

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const share = (part: number, whole: number): number => Math.min(1, Math.max(0, whole > 0 ? part / whole : 0));

/** A point of the window as a place in a box. */
export const placeIn = (box: Box, point: { readonly clientX: number; readonly clientY: number }): Place => ({
  x: share(point.clientX - box.left, box.width),
  y: share(point.clientY - box.top, box.height),
});

/** Where a picture is drawn inside an element that shows it whole (`object-fit: contain`), in the element's own coordinates. */
export function containedBox(element: { readonly width: number; readonly height: number }, picture: { readonly width: number; readonly height: number }): Box {
  if (picture.width <= 0 || picture.height <= 0) return { left: 0, top: 0, ...element };
  const scale = Math.min(element.width / picture.width, element.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { left: (element.width - width) / 2, top: (element.height - height) / 2, width, height };
}

export const isSameSurface = (one: PointedSurface, other: PointedSurface): boolean =>
  one.on === other.on && (one.on !== 'paper' || (other.on === 'paper' && one.paperId === other.paperId && one.page === other.page));

/** A place in words, for who does not see the dot. */
export const thirds = ['start', 'middle', 'end'] as const;
export type Third = (typeof thirds)[number];
const third = (value: number): Third => (value < 1 / 3 ? 'start' : value > 2 / 3 ? 'end' : 'middle');
export const placeWords = ({ x, y }: Place): `${Third}-${Third}` => `${third(y)}-${third(x)}`;

/** One press of an arrow key moves so much of the surface; with the shift key less. */
const keyStep = { wide: 0.05, fine: 0.01 } as const;
const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The place after a key; `undefined` for one that does not move. Begins in the middle. */
export function movedByKey(at: Place | null, { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }): Place | undefined {
  const arrow = arrows[key];
  if (!arrow) return undefined;
  const step = shiftKey ? keyStep.fine : keyStep.wide;
  const from = at ?? { x: 0.5, y: 0.5 };
  return { x: share(from.x + arrow[0] * step, 1), y: share(from.y + arrow[1] * step, 1) };
}
