import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { useConnectionLost } from './desk-context.tsx';

/** Across the top while the desk does not answer; goes by itself when it does again. */
export function ConnectionBanner() {
  const { t } = useTranslation('desk');
  const lost = useConnectionLost();
  return (
    <div role="alert" className="no-print">
      {lost && (
        <div className="strip strip-warning">
          <Icon name="warning" />
          <span>
            <strong>{t('connectionLost.title')}</strong> {t('connectionLost.text')}
          </span>
        </div>
      )}
    </div>
  );
}
