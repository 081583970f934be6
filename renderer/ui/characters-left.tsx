import { useTranslation } from 'react-i18next';

/** "Ancora 40 caratteri", only when a fifth or less of the room is left. */
export function CharactersLeft({ left, of }: { left: number; of: number }) {
  const { t } = useTranslation('ui');
  return left > of / 5 ? null : <>{t('charactersLeft', { count: left })}</>;
}
