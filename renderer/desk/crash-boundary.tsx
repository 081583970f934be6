import { Component } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';

/** Catches what breaks while drawing a screen, so that the clerk reads what to do instead of a white window. */
export class CrashBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed ? <CrashedScreen onGoHome={() => this.setState({ crashed: false })} /> : this.props.children;
  }
}

function CrashedScreen({ onGoHome }: { onGoHome: () => void }) {
  const { t } = useTranslation('desk');
  const goHome = () => {
    window.location.hash = '/';
    onGoHome();
  };
  return (
    <Page title={t('crash.title')} narrow>
      <Alert kind="danger">
        <p>{t('crash.text')}</p>
      </Alert>
      <Actions>
        <Button onClick={() => window.location.reload()} icon="refresh">
          {t('crash.reload')}
        </Button>
        <Button kind="primary" onClick={goHome}>
          {t('goHome')}
        </Button>
      </Actions>
    </Page>
  );
}
