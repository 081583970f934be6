import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';

/** Where the INPS official will appear: until then, how to reach INPS today. */
export function OfficialCard() {
  const { t } = useTranslation('session');
  return (
    <section className="side-part official" aria-label={t('workspace.official')}>
      <h2>
        <Icon name="video" /> {t('workspace.official')}
      </h2>
      <p>{t('workspace.officialSoon')}</p>
      <p className="official-call">{t('workspace.officialCall')}</p>
      <dl>
        <dt>{t('officialLandlineNumber')}</dt>
        <dd>{t('workspace.officialLandline')}</dd>
        <dt>{t('officialMobileNumber')}</dt>
        <dd>{t('workspace.officialMobile')}</dd>
      </dl>
    </section>
  );
}
