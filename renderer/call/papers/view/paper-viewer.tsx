import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperMime } from '../../../../shared/call/paper-kind.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Button } from '../../../ui/button.tsx';
import type { CallPointer } from '../../pointer/call-pointer.ts';
import { PointSurface, PointToggle } from '../../pointer/point-surface.tsx';
import { turnedLeft, turnedRight } from '../../pointer/surface-place.ts';
import type { Turn } from '../../pointer/surface-place.ts';
import { PaperPage } from './paper-page.tsx';
import { useOpenPaper } from './use-open-paper.ts';

export interface ShownPaper {
  readonly paperId: string;
  readonly label: string;
  readonly mime: PaperMime;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface PaperViewerProps {
  shown: ShownPaper;
  /** Without one nobody points: it is not sent yet. */
  pointer?: CallPointer;
  onDrawn?: () => void;
}

/** Zoom in eighths of the frame's width. */
const zooms = [0.5, 0.75, 1, 1.5, 2, 3, 4] as const;
const unzoomed = zooms.indexOf(1);

/** A paper page by page: larger and smaller, turned, pointed at. */
export function PaperViewer({ shown, pointer, onDrawn }: PaperViewerProps) {
  const { t } = useTranslation('papers');
  const paper = useOpenPaper(shown.bytes, shown.mime);
  const [page, setPage] = useState(1);
  const [turn, setTurn] = useState<Turn>(0);
  const [step, setStep] = useState(unzoomed);
  const [failed, setFailed] = useState(false);
  const fail = useCallback(() => setFailed(true), []);
  if (paper === null || failed) return <Alert kind="danger" announced title={t('view.failed')} />;
  if (paper === undefined) return <p aria-live="polite">{t('view.opening')}</p>;
  const zoom = zooms[step] ?? 1;
  return (
    <section className="paper-viewer" aria-label={t('view.title', { label: shown.label })}>
      <div className="paper-tools">
        {paper.pages > 1 && <Pages page={page} pages={paper.pages} onPage={setPage} />}
        <Button onClick={() => setStep(Math.max(0, step - 1))} busy={step === 0}>{t('view.smaller')}</Button>
        <Button onClick={() => setStep(Math.min(zooms.length - 1, step + 1))} busy={step === zooms.length - 1}>{t('view.larger')}</Button>
        <Button onClick={() => setTurn(turnedLeft(turn))}>{t('view.turnLeft')}</Button>
        <Button onClick={() => setTurn(turnedRight(turn))}>{t('view.turnRight')}</Button>
        {pointer && <PointToggle pointer={pointer} surface={{ on: 'paper', paperId: shown.paperId, page }} />}
      </div>
      {pointer && <FollowPointer pointer={pointer} paperId={shown.paperId} page={page} onPage={setPage} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must scroll with the arrow keys too */}
      <section className="paper-scroll" tabIndex={0} aria-label={t('view.frame')}>
        <div className="paper-surface" style={{ width: `${zoom * 100}%` }}>
          <PaperPage paper={paper} page={page} turn={turn} zoom={zoom} label={t('view.page', { label: shown.label, page, pages: paper.pages })} onDrawn={onDrawn} onFailed={fail} />
          {pointer && <PointSurface pointer={pointer} surface={{ on: 'paper', paperId: shown.paperId, page }} whose="both" turn={turn} />}
        </div>
      </section>
    </section>
  );
}

function Pages({ page, pages, onPage }: { page: number; pages: number; onPage: (page: number) => void }) {
  const { t } = useTranslation('papers');
  return (
    <>
      <Button onClick={() => onPage(Math.max(1, page - 1))} busy={page === 1}>{t('view.before')}</Button>
      <span aria-live="polite">{t('view.pageOf', { page, pages })}</span>
      <Button onClick={() => onPage(Math.min(pages, page + 1))} busy={page === pages}>{t('view.next')}</Button>
    </>
  );
}

/** Where the other side points on another page of the same paper, this side goes there, unless it points itself. */
function FollowPointer({ pointer, paperId, page, onPage }: { pointer: CallPointer; paperId: string; page: number; onPage: (page: number) => void }) {
  const { mine, theirs } = useSyncExternalStore(pointer.subscribe, pointer.snapshot);
  const pointed = theirs?.surface.on === 'paper' && theirs.surface.paperId === paperId ? theirs.surface.page : undefined;
  const isPointing = mine?.on === 'paper';
  useEffect(() => {
    if (pointed !== undefined && pointed !== page && !isPointing) onPage(pointed);
  }, [pointed, page, isPointing, onPage]);
  // On another page what this side pointed at is no longer in sight.
  const lost = mine?.on === 'paper' && (mine.paperId !== paperId || mine.page !== page);
  useEffect(() => {
    if (lost) pointer.point(null);
  }, [lost, pointer]);
  return null;
}
