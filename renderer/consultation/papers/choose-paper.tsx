import { useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperRefusal } from '../../../shared/call/paper-frames.ts';
import type { LocalMedia } from '../../call/devices/local-media.ts';
import type { CallPapers } from '../../call/papers/call-papers.ts';
import { readChosen } from '../../call/papers/read-chosen.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { ScannerFolder } from './scanner-folder.tsx';
import { TakePhoto } from './take-photo.tsx';

/** Where a paper comes from: a file, the camera, the folder the scanner writes to. */
export function ChoosePaper({ papers, media }: { papers: CallPapers; media: LocalMedia }) {
  const { t } = useTranslation(['papers', 'call']);
  const [refusal, setRefusal] = useState<PaperRefusal>();
  const [over, setOver] = useState(false);
  const dialog = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    setRefusal(undefined);
    if (!file) return;
    const chosen = await readChosen(file);
    if ('refusal' in chosen) setRefusal(chosen.refusal);
    else papers.prepare(chosen);
  };
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver);
  };
  const drop = (event: DragEvent) => {
    drag(false)(event);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <div className="paper-drop" data-over={over || undefined} onDragOver={drag(true)} onDragLeave={drag(false)} onDrop={drop}>
      <div className="paper-tools">
        <Button icon="folder" onClick={() => dialog.current?.click()}>
          {t('papers:choose.file')}
        </Button>
        <TakePhoto papers={papers} media={media} />
        <ScannerFolder onFile={(file) => void take(file)} />
      </div>
      <input
        ref={dialog}
        type="file"
        hidden
        accept=".pdf,.jpg,.jpeg,.png"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <p className="side-note">{t('papers:choose.drop')}</p>
      {refusal && (
        <Alert kind="danger" announced title={t('papers:choose.refused')}>
          <p>{t(`call:paper.refusal.${refusal}`)}</p>
        </Alert>
      )}
    </div>
  );
}
