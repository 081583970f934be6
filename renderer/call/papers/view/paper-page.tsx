import { useEffect, useRef } from 'react';
import type { Turn } from '../../pointer/surface-place.ts';
import type { OpenPaper } from '../open-paper.ts';

interface PaperPageProps {
  paper: OpenPaper;
  page: number;
  turn: Turn;
  zoom: number;
  label: string;
  /** The page is on screen. */
  onDrawn?: (() => void) | undefined;
  /** It cannot be drawn. */
  onFailed: () => void;
}

/** So many points across at no zoom: sharp on a screen of 1280, readable at twice that. */
const widthUnzoomed = 1_400;

/** One page, drawn. A page that takes long leaves the one before in its place. */
export function PaperPage({ paper, page, turn, zoom, label, onDrawn, onFailed }: PaperPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let late = false;
    const show = (drawn: HTMLCanvasElement) => {
      if (late || !canvas.current) return;
      canvas.current.width = drawn.width;
      canvas.current.height = drawn.height;
      canvas.current.getContext('2d')?.drawImage(drawn, 0, 0);
      canvas.current.dataset['page'] = String(page);
      onDrawn?.();
    };
    paper.draw({ page, turn, width: widthUnzoomed * Math.max(1, zoom) }).then(show, () => late || onFailed());
    return () => {
      late = true;
    };
  }, [paper, page, turn, zoom, onDrawn, onFailed]);
  // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an <img> would want an address for what is only drawn
  return <canvas ref={canvas} className="paper-canvas" role="img" aria-label={label} />;
}
