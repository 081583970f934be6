import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperRefusal } from '../../../shared/call/paper-frames.ts';
import type { PaperMime } from '../../../shared/call/paper-kind.ts';
import type { CallPapers, PaperDraft } from '../../call/papers/call-papers.ts';
import { bytesOfDrawn, drawEdited } from '../../call/papers/draw-edited.ts';
import { asItIs } from '../../call/papers/picture-edit.ts';
import { PaperViewer } from '../../call/papers/view/paper-viewer.tsx';
import { PictureEditor } from '../../call/papers/view/picture-editor.tsx';
import { usePicture } from '../../call/papers/view/use-picture.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { FocusedHeading } from '../../ui/focused-heading.tsx';
import { PaperLabel } from './paper-label.tsx';
import { labelProblem } from './label-problem.ts';

interface DraftProps {
  draft: PaperDraft;
  papers: CallPapers;
}

/** A paper before it is sent: the clerk sees what the official will see, and says what it is. */
export function PaperDraftForm({ draft, papers }: DraftProps) {
  const { t } = useTranslation('papers');
  return (
    <section className="paper-draft" aria-label={t('edit.title')}>
      <FocusedHeading>{t('edit.title')}</FocusedHeading>
      {draft.mime === 'application/pdf' ? <PdfDraft draft={draft} papers={papers} /> : <PictureDraft draft={draft} mime={draft.mime} papers={papers} />}
    </section>
  );
}

/** What this side cannot draw (protected, broken inside) the other could not either: it is not sent. */
function PdfDraft({ draft, papers }: DraftProps) {
  const { t } = useTranslation('papers');
  const [seen, setSeen] = useState(false);
  const drawn = useCallback(() => setSeen(true), []);
  return (
    <>
      <PaperViewer shown={{ paperId: '', label: t('edit.picture'), mime: draft.mime, bytes: draft.bytes }} onDrawn={drawn} />
      {seen ? <SendPaper papers={papers} mime={draft.mime} bytes={() => Promise.resolve(draft.bytes)} /> : <Button onClick={() => papers.prepare(null)}>{t('send.discard')}</Button>}
    </>
  );
}

/** A picture is always drawn anew: what a telephone wrote into it stays here. */
function PictureDraft({ draft, papers, mime }: DraftProps & { mime: Exclude<PaperMime, 'application/pdf'> }) {
  const { t } = useTranslation('papers');
  const picture = usePicture(draft.bytes, draft.mime);
  const [edit, setEdit] = useState(asItIs);
  if (picture === undefined) return <p>{t('view.opening')}</p>;
  if (picture === null)
    return (
      <>
        <Alert kind="danger" announced title={t('edit.failed')} />
        <Button onClick={() => papers.prepare(null)}>{t('send.discard')}</Button>
      </>
    );
  return (
    <>
      <PictureEditor picture={picture} edit={edit} onEdit={setEdit} />
      <SendPaper papers={papers} mime={mime} bytes={() => bytesOfDrawn(drawEdited(picture, edit), mime)} />
    </>
  );
}

function SendPaper({ papers, mime, bytes }: { papers: CallPapers; mime: PaperMime; bytes: () => Promise<Uint8Array<ArrayBuffer>> }) {
  const { t } = useTranslation(['papers', 'call']);
  const [label, setLabel] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<PaperRefusal>();
  const problem = labelProblem(label);
  const send = async () => {
    setTried(true);
    if (problem !== undefined) return;
    setBusy(true);
    const offered = await papers.exchange.offer({ label: label.trim(), mime, bytes: await bytes(), pages: null });
    setBusy(false);
    if ('refusal' in offered) setRefusal(offered.refusal);
    else papers.prepare(null);
  };
  return (
    <>
      <PaperLabel label={label} onLabel={setLabel} problem={tried || problem === 'personal' ? problem : undefined} />
      {refusal && (
        <Alert kind="danger" announced title={t('papers:send.failed')}>
          <p>{t(`call:paper.refusal.${refusal}`)}</p>
        </Alert>
      )}
      <div className="paper-tools">
        <Button kind="quiet" onClick={() => papers.prepare(null)}>
          {t('papers:send.discard')}
        </Button>
        <Button kind="primary" busy={busy} onClick={() => void send()}>
          {t('papers:send.send')}
        </Button>
      </div>
    </>
  );
}
