import { useEffect } from 'react';
import { papersOf } from '../../call/papers/call-papers.ts';
import type { CallConductor } from '../../call/call-conductor.ts';
import { useDeskAction } from '../../desk/desk-context.tsx';

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
