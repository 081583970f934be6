import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { folderPicker, newestPapers } from '../../call/papers/scanner-files.ts';
import { Button } from '../../ui/button.tsx';
import { formatInstant } from '../../ui/dates.ts';

/** The folder stays chosen as long as the window: a browser lends it, the desk's program reads no folders for a page. */
let chosen: FileSystemDirectoryHandle | undefined;

type Listing = { readonly files: readonly File[] } | 'refused' | undefined;

/** The newest files of the folder the scanner writes to; nothing where the browser lends no folders: there the file dialog does. */
export function ScannerFolder({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation('papers');
  const [listing, setListing] = useState<Listing>();
  const pick = folderPicker();
  if (!pick) return null;
  const list = async (other: boolean) => {
    try {
      if (other || !chosen) chosen = await pick();
      setListing({ files: await newestPapers(chosen) });
    } catch (error) {
      // The dialog was closed again: nothing to say.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setListing('refused');
    }
  };
  return (
    <>
      <Button icon="folder" onClick={() => void list(false)}>
        {t(listing === undefined ? 'scanner.open' : 'scanner.refresh')}
      </Button>
      {listing === 'refused' && <p role="alert">{t('scanner.refused')}</p>}
      {listing === undefined && <p className="side-note">{t('scanner.how')}</p>}
      {typeof listing === 'object' && <Files files={listing.files} onFile={onFile} onOther={() => void list(true)} />}
    </>
  );
}

function Files({ files, onFile, onOther }: { files: readonly File[]; onFile: (file: File) => void; onOther: () => void }) {
  const { t } = useTranslation('papers');
  return (
    <div className="scanner-files">
      <h4>{t('scanner.newest')}</h4>
      {files.length === 0 && <p>{t('scanner.none')}</p>}
      <ul>
        {files.map((file) => (
          <li key={`${file.name} ${file.lastModified}`}>
            <Button kind="quiet" icon="file" onClick={() => onFile(file)}>
              {file.name}, {formatInstant(new Date(file.lastModified).toISOString())}
            </Button>
          </li>
        ))}
      </ul>
      <Button kind="quiet" onClick={onOther}>
        {t('scanner.other')}
      </Button>
    </div>
  );
}
