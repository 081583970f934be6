import { useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import type { CallConductor } from '../call-conductor.ts';
import { pointerOf } from './call-pointer.ts';
import type { CallPointer } from './call-pointer.ts';
import { PointSurface, PointToggle } from './point-surface.tsx';
import { containedBox } from './surface-place.ts';

/** Over the other side's picture: points at their camera picture or at the screen they share. Goes beside the `<video>` it belongs to. */
export function PicturePointer({ conductor, on }: { conductor: CallConductor; on: 'camera' | 'screen' }) {
  const pointer = pointerOf(conductor);
  return (
    <>
      <PictureSurface pointer={pointer} on={on} whose="mine" />
      <PointToggle pointer={pointer} surface={{ on }} />
    </>
  );
}

/** The surface alone, over the picture of the first video beside it. */
export function PictureSurface({ pointer, on, whose }: { pointer: CallPointer; on: 'camera' | 'screen'; whose: 'mine' | 'theirs' }) {
  const frame = useRef<HTMLDivElement>(null);
  const box = usePictureBox(frame);
  return (
    <div ref={frame} className="picture-pointer">
      <PointSurface pointer={pointer} surface={{ on }} whose={whose} box={box} />
    </div>
  );
}

/** Where the picture of the first video beside the frame is drawn: bars at its sides are no part of it. */
function usePictureBox(frame: { readonly current: HTMLDivElement | null }): CSSProperties | undefined {
  const [box, setBox] = useState<CSSProperties>();
  useLayoutEffect(() => {
    const video = frame.current?.parentElement?.querySelector('video');
    if (!video) return;
    const measure = () => setBox(containedBox({ width: video.clientWidth, height: video.clientHeight }, { width: video.videoWidth, height: video.videoHeight }));
    const sizes = new ResizeObserver(measure);
    sizes.observe(video);
    video.addEventListener('resize', measure);
    measure();
    return () => {
      sizes.disconnect();
      video.removeEventListener('resize', measure);
    };
  }, [frame]);
  return box;
}
