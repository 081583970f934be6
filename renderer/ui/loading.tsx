import { useTranslation } from 'react-i18next';

/** Something is being read: a turning ring and words. */
export function Loading() {
  const { t } = useTranslation('ui');
  return (
    <output className="loading">
      <span className="spinner" aria-hidden="true" />
      {t('loading')}
    </output>
  );
}
