import type { Turn } from '../pointer/surface-place.ts';

/** The parts cut off a picture once it is turned and straightened, in shares of its width or height. */
export interface Cut {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What a clerk does to a picture of a paper before it is sent. */
export interface PictureEdit {
  readonly turn: Turn;
  /** Degrees to the right, for a paper that lies slanted. */
  readonly slant: number;
  readonly cut: Cut;
  readonly grey: boolean;
}

export const asItIs: PictureEdit = { turn: 0, slant: 0, cut: { left: 0, top: 0, right: 0, bottom: 0 }, grey: false };

/** A paper more slanted than this is turned by a quarter first. */
export const mostSlant = 20;
/** So much of each direction is left at least, as a share. */
const leastLeft = 0.1;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The sheet a picture needs once it is turned and straightened, in whole pixels. */
export function straightenedSize({ width, height }: Size, { turn, slant }: Pick<PictureEdit, 'turn' | 'slant'>): Size {
  const angle = angleOf({ turn, slant });
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  // What rounding leaves of a quarter turn is no pixel.
  return { width: Math.ceil(width * cos + height * sin - 1e-6), height: Math.ceil(width * sin + height * cos - 1e-6) };
}

/** In radians, to the right. */
export const angleOf = ({ turn, slant }: Pick<PictureEdit, 'turn' | 'slant'>): number => ((turn * 90 + slant) * Math.PI) / 180;

/** What is left of a sheet after the cut, in pixels of it; never nothing. */
export function cutBox({ width, height }: Size, { left, top, right, bottom }: Cut): Size & { readonly left: number; readonly top: number } {
  const x = Math.round(left * width);
  const y = Math.round(top * height);
  return { left: x, top: y, width: Math.max(1, Math.round((1 - right) * width) - x), height: Math.max(1, Math.round((1 - bottom) * height) - y) };
}

/** The cut with one side moved, as far as something is left. */
export function withSide(cut: Cut, side: keyof Cut, share: number): Cut {
  const across = { left: cut.right, right: cut.left, top: cut.bottom, bottom: cut.top }[side];
  return { ...cut, [side]: Math.min(Math.max(0, share), 1 - leastLeft - across) };
}

interface Corner {
  readonly x: number;
  readonly y: number;
}

/** The cut that leaves what lies between two corners drawn with the mouse; `undefined` for a mere click. */
export function cutBetween(one: Corner, other: Corner): Cut | undefined {
  const cut = { left: Math.min(one.x, other.x), top: Math.min(one.y, other.y), right: 1 - Math.max(one.x, other.x), bottom: 1 - Math.max(one.y, other.y) };
  return 1 - cut.left - cut.right < leastLeft || 1 - cut.top - cut.bottom < leastLeft ? undefined : cut;
}
