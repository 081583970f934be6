import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { papersOf } from '../../call/papers/call-papers.ts';
import type { CallConductor } from '../../call/call-conductor.ts';
import { useDeskAction } from '../../desk/desk-context.tsx';
import { useToast } from '../../ui/toast.tsx';

/** Writes into the session which papers the official has opened, wherever on its screens the clerk is meanwhile. */
export function usePapersRecord(conductor: CallConductor, consultationId: string): void {
  const { run } = useDeskAction('noteCall');
  useEffect(() => {
    const papers = papersOf(conductor, 'shows');
    const noted = new Set<string>();
    return papers.exchange.subscribe(() => {
      for (const { seen, offer } of papers.exchange.snapshot().out) {
        if (!seen || noted.has(offer.paperId)) continue;
        noted.add(offer.paperId);
        void run({ consultationId, note: { kind: 'paper-seen', label: offer.label } });
      }
    });
  }, [conductor, consultationId, run]);
}

/** Says wherever the clerk is that the official asks to see a paper: the place to take it may be out of sight. */
export function useStillAnnounced(conductor: CallConductor): void {
  // Words that are not there yet must not take the screen away.
  const { t } = useTranslation('papers', { useSuspense: false });
  const announce = useToast();
  useEffect(() => {
    const papers = papersOf(conductor, 'shows');
    let asked = false;
    return papers.subscribe(() => {
      const { stillAsked } = papers.snapshot();
      if (stillAsked && !asked) announce(t('still.announced'));
      asked = stillAsked;
    });
  }, [conductor, announce, t]);
}
