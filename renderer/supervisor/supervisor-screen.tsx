import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { paths } from '../desk/paths.ts';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';

const places = [
  { to: paths.clerks, icon: 'user', key: 'clerks' },
  { to: paths.settings, icon: 'settings', key: 'settings' },
  { to: paths.procedureTroubles, icon: 'file', key: 'procedures' },
  { to: paths.journal, icon: 'list', key: 'journal' },
  { to: paths.recoveryCode, icon: 'key', key: 'recovery' },
] as const;

/** The supervisor's doors, each with what is behind it. */
export default function SupervisorScreen() {
  const { t } = useTranslation('supervisor');
  return (
    <Page title={t('title')}>
      <ul className="doors">
        {places.map((place) => (
          <li key={place.to}>
            <Link to={place.to} className="door-card">
              <Icon name={place.icon} />
              <span>
                <strong>{t(`places.${place.key}.title`)}</strong>
                <span>{t(`places.${place.key}.note`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
