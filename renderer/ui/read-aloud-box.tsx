import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

/** Words to be read to the resident as they stand. */
export function ReadAloudBox({ children }: { children: string }) {
  const { t } = useTranslation('ui');
  return (
    <div className="read-aloud" role="note" aria-label={t('readAloud')}>
      <Icon name="horn" />
      <div>
        <p className="read-aloud-label">{t('readAloud')}</p>
        <p>{children}</p>
      </div>
    </div>
  );
}
