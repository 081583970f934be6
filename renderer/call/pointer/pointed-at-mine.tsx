import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallConductor } from '../call-conductor.ts';
import { lineSender } from '../media-lines.ts';
import { Picture } from '../view/media-element.tsx';
import { pointerOf } from './call-pointer.ts';
import { PictureSurface } from './picture-pointer.tsx';

/** While the other side points at this side's camera picture or shared screen: what they see, and where they point on it. */
export function PointedAtMine({ conductor }: { conductor: CallConductor }) {
  const { t } = useTranslation('papers');
  const pointer = pointerOf(conductor);
  const { theirs } = useSyncExternalStore(pointer.subscribe, pointer.snapshot);
  if (!theirs || theirs.surface.on === 'paper') return null;
  const { on } = theirs.surface;
  const track = conductor.link.pc && lineSender(conductor.link.pc, on)?.track;
  if (!track) return null;
  return (
    <section className="pointed-at-mine" aria-label={t(`point.mine.${on}`)}>
      <p>{t(`point.mine.${on}`)}</p>
      <div className="pointed-picture">
        <Picture track={track} label={t(`point.mine.${on}`)} className="pointed-video" />
        <PictureSurface pointer={pointer} on={on} whose="theirs" />
      </div>
    </section>
  );
}
