import { useEffect, useRef, useState } from 'react';
import type { PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { placeIn, turnedLeft, turnedRight } from '../../pointer/surface-place.ts';
import { drawEdited } from '../draw-edited.ts';
import { asItIs, cutBetween, mostSlant, withSide } from '../picture-edit.ts';
import type { Cut, PictureEdit } from '../picture-edit.ts';
import { Slider } from './slider.tsx';

interface PictureEditorProps {
  picture: ImageBitmap;
  edit: PictureEdit;
  onEdit: (edit: PictureEdit) => void;
}

const sides = ['left', 'right', 'top', 'bottom'] as const;

/** Turns, straightens, cuts and greys a picture; everything by key as well as by hand. */
export function PictureEditor({ picture, edit, onEdit }: PictureEditorProps) {
  const { t } = useTranslation('papers');
  const percent = (share: number) => t('edit.percent', { percent: Math.round(share * 100) });
  // A cut is of the sheet as it lies: lying otherwise it would cut something else.
  const lay = (change: Pick<PictureEdit, 'turn'> | Pick<PictureEdit, 'slant'>) => onEdit({ ...edit, ...change, cut: asItIs.cut });
  return (
    <div className="picture-editor">
      <EditedPicture picture={picture} edit={edit} onCut={(cut) => onEdit({ ...edit, cut })} />
      <div className="picture-edits">
        <div className="paper-tools">
          <Button onClick={() => lay({ turn: turnedLeft(edit.turn) })}>{t('edit.turnLeft')}</Button>
          <Button onClick={() => lay({ turn: turnedRight(edit.turn) })}>{t('edit.turnRight')}</Button>
          <Button kind="quiet" onClick={() => onEdit(asItIs)}>{t('edit.reset')}</Button>
        </div>
        <Checkbox checked={edit.grey} onChange={(grey) => onEdit({ ...edit, grey })}>
          {t('edit.grey')}
        </Checkbox>
        <Slider label={t('edit.slant')} value={edit.slant} min={-mostSlant} max={mostSlant} step={0.5} words={t('edit.degrees', { degrees: edit.slant })} onChange={(slant) => lay({ slant })} />
        <fieldset className="field">
          <legend>{t('edit.cut')}</legend>
          <p className="side-note">{t('edit.cutHint')}</p>
          {sides.map((side) => (
            <Slider key={side} label={t(`edit.side.${side}`)} value={edit.cut[side]} min={0} max={0.9} step={0.01} words={percent(edit.cut[side])} onChange={(share) => onEdit({ ...edit, cut: withSide(edit.cut, side, share) })} />
          ))}
        </fieldset>
      </div>
    </div>
  );
}

/** The sheet whole, with what is cut off dimmed: a new cut can be drawn at any time. */
function EditedPicture({ picture, edit, onCut }: { picture: ImageBitmap; edit: PictureEdit; onCut: (cut: Cut) => void }) {
  const { t } = useTranslation('papers');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [from, setFrom] = useState<{ x: number; y: number }>();
  const { turn, slant, grey, cut } = edit;
  useEffect(() => {
    if (!canvas.current) return;
    const sheet = drawEdited(picture, { turn, slant, grey, cut: asItIs.cut }, true);
    canvas.current.width = sheet.width;
    canvas.current.height = sheet.height;
    canvas.current.getContext('2d')?.drawImage(sheet, 0, 0);
  }, [picture, turn, slant, grey]);
  const draw = (event: PointerEvent<HTMLElement>) => {
    const to = placeIn(event.currentTarget.getBoundingClientRect(), event);
    const drawn = from && cutBetween(from, to);
    if (drawn) onCut(drawn);
  };
  return (
    <div
      className="edited-picture"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom(placeIn(event.currentTarget.getBoundingClientRect(), event));
      }}
      onPointerMove={draw}
      onPointerUp={() => setFrom(undefined)}
    >
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <img> would want an address for what is only drawn */}
      <canvas ref={canvas} role="img" aria-label={t('edit.picture')} />
      <span className="picture-cut" style={{ left: `${cut.left * 100}%`, top: `${cut.top * 100}%`, right: `${cut.right * 100}%`, bottom: `${cut.bottom * 100}%` }} />
    </div>
  );
}
