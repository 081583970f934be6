import { useTranslation } from 'react-i18next';
import type { PaperReceiving } from '../../shared/call/paper-receiving.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';

interface ReceivedPaperProps {
  paper: PaperReceiving;
  isOpen: boolean;
  onOpen: (paperId: string | undefined) => void;
}

const megabytes = (bytes: number): string => new Intl.NumberFormat('it-IT', { maximumFractionDigits: 1 }).format(bytes / 1_000_000);

/** One paper as it comes, or why it was not taken. */
export function ReceivedPaper({ paper: { offer, at, received, seen, refusal }, isOpen, onOpen }: ReceivedPaperProps) {
  const { t } = useTranslation(['papers', 'call']);
  const { label, paperId, bytes } = offer;
  const gone = at === 'refused' || at === 'cancelled';
  return (
    <li data-at={at}>
      <strong>{label}</strong> <span className="side-note">{t('papers:received.size', { megabytes: megabytes(bytes) })}</span>{' '}
      {at === 'receiving' ? (
        <>
          <progress max={bytes} value={received} aria-label={t('papers:received.progress', { label })} /> <span>{t('papers:received.arriving', { percent: Math.floor((100 * received) / bytes) })}</span>
        </>
      ) : (
        <span aria-live="polite">
          <Badge kind={gone ? 'warning' : 'good'}>{t(seen && at === 'complete' ? 'papers:received.seen' : `papers:received.${at}`)}</Badge>
        </span>
      )}
      {refusal && <p role="alert">{t(`call:paper.refusal.${refusal}`)}</p>}
      {at === 'complete' && (
        <Button kind={isOpen ? 'quiet' : 'primary'} {...(!isOpen && { label: t('papers:received.openOf', { label }) })} onClick={() => onOpen(isOpen ? undefined : paperId)}>
          {t(isOpen ? 'papers:received.close' : 'papers:received.open')}
        </Button>
      )}
    </li>
  );
}
