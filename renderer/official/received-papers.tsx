import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isPaperMime } from '../../shared/call/paper-kind.ts';
import type { PaperReceiving } from '../../shared/call/paper-receiving.ts';
import type { CallConductor } from '../call/call-conductor.ts';
import { papersOf } from '../call/papers/call-papers.ts';
import type { CallPapers } from '../call/papers/call-papers.ts';
import { PaperViewer } from '../call/papers/view/paper-viewer.tsx';
import type { ShownPaper } from '../call/papers/view/paper-viewer.tsx';
import { pointerOf } from '../call/pointer/call-pointer.ts';
import { Button } from '../ui/button.tsx';
import { ReceivedPaper } from './received-paper.tsx';

/** The papers the desk shows in this call; the one that is open is looked at page by page and pointed at. */
export default function ReceivedPapers({ conductor }: { conductor: CallConductor }) {
  const { t } = useTranslation('papers');
  const papers = papersOf(conductor, 'views');
  const { in: received } = useSyncExternalStore(papers.exchange.subscribe, papers.exchange.snapshot);
  const { consent } = useSyncExternalStore(papers.subscribe, papers.snapshot);
  const [openId, setOpenId] = useState<string>();
  const open = received.find(({ offer, at }) => offer.paperId === openId && at === 'complete');
  return (
    <section className="papers" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <AskStill papers={papers} />
      {received.length === 0 ? <p className="side-note">{t(consent ? 'received.none' : 'received.noConsent')}</p> : <p className="side-note">{t('received.memory')}</p>}
      <ul className="paper-list">
        {received.map((paper) => (
          <ReceivedPaper key={paper.offer.paperId} paper={paper} isOpen={paper === open} onOpen={setOpenId} />
        ))}
      </ul>
      {open && <OpenedPaper key={open.offer.paperId} conductor={conductor} papers={papers} paper={open} />}
    </section>
  );
}

function OpenedPaper({ conductor, papers, paper }: { conductor: CallConductor; papers: CallPapers; paper: PaperReceiving }) {
  const { paperId, label, mime } = paper.offer;
  const shown = useMemo((): ShownPaper | undefined => {
    const bytes = papers.exchange.bytes(paperId);
    return bytes && isPaperMime(mime) ? { paperId, label, mime, bytes } : undefined;
  }, [papers, paperId, label, mime]);
  const drawn = useCallback(() => papers.exchange.shown(paperId), [papers, paperId]);
  return shown && <PaperViewer shown={shown} pointer={pointerOf(conductor)} onDrawn={drawn} />;
}

/** "Show me that paper": the desk takes one large picture, looks at it, and sends it. */
function AskStill({ papers }: { papers: CallPapers }) {
  const { t } = useTranslation('papers');
  const [asked, setAsked] = useState<boolean>();
  return (
    <p className="papers-ask">
      <Button icon="video" onClick={() => setAsked(papers.askStill())}>
        {t('still.ask')}
      </Button>{' '}
      <output>{asked !== undefined && t(asked ? 'still.asked' : 'still.notAsked')}</output>
    </p>
  );
}
