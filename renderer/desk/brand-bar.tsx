import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';

/** The product's name, over screens shown before a desk is known or open. */
export function BrandBar() {
  const { t } = useTranslation('desk');
  return (
    <div className="brand-bar no-print">
      <Icon name="pa" />
      {t('product')}
    </div>
  );
}
