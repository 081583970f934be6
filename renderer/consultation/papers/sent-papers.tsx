import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isPaperMime } from '../../../shared/call/paper-kind.ts';
import type { PaperSending } from '../../../shared/call/paper-sending.ts';
import type { CallPapers } from '../../call/papers/call-papers.ts';
import { PaperViewer } from '../../call/papers/view/paper-viewer.tsx';
import type { ShownPaper } from '../../call/papers/view/paper-viewer.tsx';
import type { CallPointer } from '../../call/pointer/call-pointer.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { SentPaper } from './sent-paper.tsx';

/** What was sent in this call and what became of it; and the one that is looked at together, opened by the clerk or because the official points at it. */
export function SentPapers({ papers, pointer }: { papers: CallPapers; pointer: CallPointer }) {
  const { t } = useTranslation('papers');
  const { out } = useSyncExternalStore(papers.exchange.subscribe, papers.exchange.snapshot);
  const { seenAt } = useSyncExternalStore(papers.subscribe, papers.snapshot);
  const { theirs } = useSyncExternalStore(pointer.subscribe, pointer.snapshot);
  const [opened, setOpened] = useState<string>();
  const pointedAt = theirs?.surface.on === 'paper' ? theirs.surface.paperId : undefined;
  const looked = out.find(({ offer }) => offer.paperId === (pointedAt ?? opened));
  const look = useCallback((paperId: string | undefined) => setOpened(paperId), []);
  // Pointed at once it stays open when the hand rests.
  if (pointedAt !== undefined && pointedAt !== opened && looked) setOpened(pointedAt);
  if (out.length === 0) return null;
  return (
    <>
      <h3>{t('sent.title')}</h3>
      <ul className="paper-list">
        {out.map((paper) => (
          <SentPaper key={paper.offer.paperId} paper={paper} seenAt={seenAt[paper.offer.paperId]} onCancel={() => papers.exchange.cancel(paper.offer.paperId)} onLook={() => look(paper.offer.paperId)} />
        ))}
      </ul>
      {looked && <LookTogether key={looked.offer.paperId} papers={papers} paper={looked} pointer={pointer} pointedAt={pointedAt !== undefined} onClose={() => look(undefined)} />}
    </>
  );
}

interface LookTogetherProps {
  papers: CallPapers;
  paper: PaperSending;
  pointer: CallPointer;
  pointedAt: boolean;
  onClose: () => void;
}

function LookTogether({ papers, paper, pointer, pointedAt, onClose }: LookTogetherProps) {
  const { t } = useTranslation('papers');
  const { paperId, label, mime } = paper.offer;
  const isHere = paper.at !== 'cancelled' && paper.at !== 'refused';
  const shown = useMemo((): ShownPaper | undefined => {
    const bytes = isHere ? papers.exchange.bytes(paperId) : undefined;
    return bytes && isPaperMime(mime) ? { paperId, label, mime, bytes } : undefined;
  }, [papers, paperId, label, mime, isHere]);
  const place = useRef<HTMLDivElement>(null);
  // What is pointed at and not in sight is pointed at in vain.
  useEffect(() => {
    if (pointedAt) place.current?.scrollIntoView({ block: 'nearest' });
  }, [pointedAt]);
  if (!shown) return null;
  return (
    <div ref={place} className="paper-looked-at">
      {pointedAt && <Alert kind="info" title={t('point.theirsPaper')} />}
      <PaperViewer shown={shown} pointer={pointer} />
      <Button kind="quiet" onClick={onClose}>
        {t('sent.close')}
      </Button>
    </div>
  );
}
