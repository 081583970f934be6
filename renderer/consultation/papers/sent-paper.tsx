import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperSending } from '../../../shared/call/paper-sending.ts';
import { secondsLeft } from '../../call/papers/time-left.ts';
import type { Progress } from '../../call/papers/time-left.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatTime } from '../../ui/dates.ts';
import { formatWait } from '../../ui/duration.ts';

interface SentPaperProps {
  paper: PaperSending;
  seenAt: string | undefined;
  onCancel: () => void;
  onLook: () => void;
}

/** One paper on its way, or what became of it. */
export function SentPaper({ paper, seenAt, onCancel, onLook }: SentPaperProps) {
  const { t } = useTranslation(['papers', 'call']);
  const { label } = paper.offer;
  const isUnderWay = paper.at === 'apart' || paper.at === 'offered' || paper.at === 'sending';
  return (
    <li data-at={paper.at}>
      <strong>{label}</strong> {isUnderWay ? <OnItsWay paper={paper} /> : <Became paper={paper} seenAt={seenAt} />}
      {paper.refusal && <p role="alert">{t(`call:paper.refusal.${paper.refusal}`)}</p>}
      {isUnderWay && (
        <Button kind="quiet" label={t('papers:sent.cancelOf', { label })} onClick={onCancel}>
          {t('papers:sent.cancel')}
        </Button>
      )}
      {paper.at === 'received' && (
        <>
          <Button kind="quiet" label={t('papers:sent.lookOf', { label })} onClick={onLook}>
            {t('papers:sent.look')}
          </Button>
          <Button kind="quiet" label={t('papers:sent.takeBackOf', { label })} onClick={onCancel}>
            {t('papers:sent.takeBack')}
          </Button>
        </>
      )}
    </li>
  );
}

function Became({ paper, seenAt }: { paper: PaperSending; seenAt: string | undefined }) {
  const { t } = useTranslation('papers');
  const at = paper.at === 'cancelled' || paper.at === 'refused' ? paper.at : 'received';
  return (
    <span aria-live="polite">
      <Badge kind={at === 'received' ? 'good' : 'warning'}>{seenAt !== undefined && at === 'received' ? t('sent.seen', { time: formatTime(seenAt) }) : t(`sent.${at}`)}</Badge>
    </span>
  );
}

/** Seconds left, by the pace since the first piece that was confirmed while this was on screen. */
function useSecondsLeft({ offer, confirmed }: PaperSending): number | undefined {
  const first = useRef<Progress>(undefined);
  const [left, setLeft] = useState<number>();
  useEffect(() => {
    if (confirmed === 0) return;
    const now: Progress = { at: performance.now(), bytes: confirmed };
    first.current ??= now;
    setLeft(secondsLeft(first.current, now, offer.bytes));
  }, [confirmed, offer.bytes]);
  return left;
}

/** How far, and how much longer. */
function OnItsWay({ paper }: { paper: PaperSending }) {
  const { at, offer, confirmed } = paper;
  const { t } = useTranslation('papers');
  const left = useSecondsLeft(paper);
  const percent = Math.floor((100 * confirmed) / offer.bytes);
  return (
    <>
      <progress max={offer.bytes} value={confirmed} aria-label={t('sent.progress', { label: offer.label })} />
      <span>{at === 'apart' ? t('sent.waiting') : t('sent.sending', { percent })}</span> {left !== undefined && at === 'sending' && <span>{t('sent.left', { time: formatWait(left) })}</span>}
    </>
  );
}
