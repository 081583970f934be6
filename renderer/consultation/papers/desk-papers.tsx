import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallConductor } from '../../call/call-conductor.ts';
import type { LocalMedia } from '../../call/devices/local-media.ts';
import { papersOf } from '../../call/papers/call-papers.ts';
import type { CallPapers } from '../../call/papers/call-papers.ts';
import { pointerOf } from '../../call/pointer/call-pointer.ts';
import { useDeskAction } from '../../desk/desk-context.tsx';
import { Button } from '../../ui/button.tsx';
import { RefusalAlert } from '../../ui/error-state.tsx';
import { ReadAloudBox } from '../../ui/read-aloud-box.tsx';
import { ChoosePaper } from './choose-paper.tsx';
import { PaperDraftForm } from './paper-draft-form.tsx';
import { SentPapers } from './sent-papers.tsx';
import { StillWanted } from './still-wanted.tsx';

interface DeskPapersProps {
  conductor: CallConductor;
  media: LocalMedia;
  consultationId: string;
}

/** The papers of a call at the desk: agreed to once, chosen, looked at by the clerk, sent, looked at together. */
export default function DeskPapers({ conductor, media, consultationId }: DeskPapersProps) {
  const { t } = useTranslation('papers');
  const papers = papersOf(conductor, 'shows');
  const { consent, draft } = useSyncExternalStore(papers.subscribe, papers.snapshot);
  return (
    <section className="papers" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <StillWanted papers={papers} media={media} />
      {consent ? draft === null && <ChoosePaper papers={papers} media={media} /> : <AskConsent papers={papers} consultationId={consultationId} />}
      {draft && <PaperDraftForm draft={draft} papers={papers} />}
      <SentPapers papers={papers} pointer={pointerOf(conductor)} />
      {consent && <GivenConsent papers={papers} consultationId={consultationId} />}
    </section>
  );
}

interface ConsentProps {
  papers: CallPapers;
  consultationId: string;
}

/** Read aloud and agreed to, once a call; recorded before anything can be chosen. */
function AskConsent({ papers, consultationId }: ConsentProps) {
  const { t } = useTranslation('papers');
  const note = useDeskAction('noteCall');
  const [asking, setAsking] = useState(false);
  const agree = async () => {
    if ((await note.run({ consultationId, note: { kind: 'consent', to: 'papers' } })).ok) papers.setConsent(true);
  };
  const { stillAsked } = useSyncExternalStore(papers.subscribe, papers.snapshot);
  if (!asking && !stillAsked)
    return (
      <Button icon="file" onClick={() => setAsking(true)}>
        {t('consent.show')}
      </Button>
    );
  return (
    <>
      <ReadAloudBox>{t('consent.say')}</ReadAloudBox>
      <Button kind="primary" icon="file" busy={note.busy} onClick={() => void agree()}>
        {t('consent.agree')}
      </Button>
      <RefusalAlert refusal={note.refusal} />
    </>
  );
}

/** Taken back at once, whether or not the record can be written: the papers go first. */
function GivenConsent({ papers, consultationId }: ConsentProps) {
  const { t } = useTranslation('papers');
  const note = useDeskAction('noteCall');
  const withdraw = () => {
    papers.setConsent(false);
    void note.run({ consultationId, note: { kind: 'consent-withdrawn', to: 'papers' } });
  };
  return (
    <p className="papers-consent">
      {t('consent.given')}{' '}
      <Button kind="quiet" onClick={withdraw}>
        {t('consent.withdraw')}
      </Button>
    </p>
  );
}
