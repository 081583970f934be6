import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dismissal } from '../../shared/hub/hub-frames.ts';
import type { OfficialHubView } from '../../shared/hub/hub-views.ts';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Loading } from '../ui/loading.tsx';
import { Page } from '../ui/page.tsx';
import { ToastArea } from '../ui/toast.tsx';
import { Console } from './console.tsx';
import { useHubConnection, useHubView } from './hub-context.tsx';
import { OfficialHeader } from './official-header.tsx';
import { useAttention } from './use-attention.ts';

/** The console, once the hub has told how things stand; what was told last stays while the line is down. */
export function OfficialApp() {
  const connection = useHubConnection();
  const view = useHubView();
  if (connection.at === 'dismissed') return <Dismissed reason={connection.reason} />;
  if (view === undefined) return <Loading />;
  return (
    <ToastArea owner={view.name}>
      <ConnectionStrip lost={connection.at === 'lost'} />
      <OfficialHeader view={view} />
      <Awake view={view} />
      <Console view={view} />
    </ToastArea>
  );
}

/** Who waits is heard and seen in the title, also from another tab. */
function Awake({ view }: { view: OfficialHubView }) {
  useAttention(view);
  return null;
}

function ConnectionStrip({ lost }: { lost: boolean }) {
  const { t } = useTranslation('hub');
  return (
    <div role="alert">
      {lost && (
        <div className="strip strip-warning">
          <Icon name="warning" />
          <span>{t('connection.lost')}</span>
        </div>
      )}
    </div>
  );
}

/** The page is done for: it says why, and offers what helps. */
function Dismissed({ reason }: { reason: Dismissal }) {
  const { t } = useTranslation(['hub', 'official']);
  useEffect(() => {
    document.title = t('official:title');
  }, [t]);
  const reloadHelps = reason === 'opened-elsewhere' || reason === 'too-many' || reason === 'not-understood';
  return (
    <Page title={t('official:dismissed')} narrow>
      <Alert kind="warning">
        <p>{t(`hub:connection.dismissed.${reason}`)}</p>
      </Alert>
      {reloadHelps && (
        <Actions>
          <Button kind="primary" icon="refresh" onClick={() => window.location.reload()}>
            {t('official:reload')}
          </Button>
        </Actions>
      )}
    </Page>
  );
}
