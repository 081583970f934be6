import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { CSSProperties, KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointedSurface } from '../../../shared/call/pointer-message.ts';
import type { CallPointer, Place } from './call-pointer.ts';
import { isSameSurface, movedByKey, placeBeforeTurn, placeIn, placeWords, turnedPlace } from './surface-place.ts';
import type { Turn } from './surface-place.ts';

interface PointSurfaceProps {
  pointer: CallPointer;
  surface: PointedSurface;
  /** Whose hand: a camera or a screen is pointed at from the other side of where it is; a paper from both. */
  whose: 'mine' | 'theirs' | 'both';
  turn?: Turn;
  /** Where the surface stands in its frame; without it, over the whole frame. */
  box?: CSSProperties | undefined;
}

/**
 * Lies over a surface: while this side points at it, catches the hand's moves and the arrow keys; shows where either side
 * points. The place sent is that of the surface as it was sent, whatever its turn and size here.
 */
export function PointSurface({ pointer, surface, whose, turn = 0, box }: PointSurfaceProps) {
  const { mine, theirs } = useSyncExternalStore(pointer.subscribe, pointer.snapshot);
  const isPointing = whose !== 'theirs' && mine !== null && isSameSurface(mine, surface);
  const isPointedAt = whose !== 'mine' && theirs !== null && isSameSurface(theirs.surface, surface);
  return (
    <div className="point-surface" style={box}>
      {isPointing && <PointingHand pointer={pointer} turn={turn} />}
      {isPointedAt && <Dot at={turnedPlace(theirs.at, turn)} of="theirs" />}
    </div>
  );
}

function PointingHand({ pointer, turn }: { pointer: CallPointer; turn: Turn }) {
  const { t } = useTranslation('papers');
  const [at, setAt] = useState<Place | null>(null);
  const hand = useRef<HTMLButtonElement>(null);
  useEffect(() => hand.current?.focus(), []);
  const show = (place: Place | null) => {
    setAt(place);
    pointer.move(place && placeBeforeTurn(place, turn));
  };
  const followHand = (event: PointerEvent<HTMLButtonElement>) => show(placeIn(event.currentTarget.getBoundingClientRect(), event));
  const followKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return pointer.point(null);
    const moved = movedByKey(at, event);
    if (!moved) return;
    event.preventDefault();
    show(moved);
  };
  return (
    <button ref={hand} type="button" className="pointing-hand" aria-label={t('point.here')} onPointerMove={followHand} onPointerDown={followHand} onPointerLeave={() => show(null)} onKeyDown={followKey}>
      {at && <Dot at={at} of="mine" />}
    </button>
  );
}

/** Read out in words by thirds, not at each move: within the same third nothing is said. */
function Dot({ at, of }: { at: Place; of: 'mine' | 'theirs' }) {
  const { t } = useTranslation('papers');
  return (
    <span className={`point-dot point-dot-${of}`} style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }}>
      {of === 'theirs' && (
        <output className="visually-hidden">{t('point.theirs', { place: t(`point.place.${placeWords(at)}`) })}</output>
      )}
    </span>
  );
}

/** Begins and ends pointing at a surface. */
export function PointToggle({ pointer, surface }: { pointer: CallPointer; surface: PointedSurface }) {
  const { t } = useTranslation('papers');
  const { mine } = useSyncExternalStore(pointer.subscribe, pointer.snapshot);
  const isPointing = mine !== null && isSameSurface(mine, surface);
  return (
    <button type="button" className="btn btn-outline-primary point-toggle" aria-pressed={isPointing} onClick={() => pointer.point(isPointing ? null : surface)}>
      {t(isPointing ? 'point.stop' : 'point.start')}
    </button>
  );
}
