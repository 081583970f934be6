import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useDescription } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { RecordsTroubles, useRecordsState } from '../trouble/records-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Page } from '../ui/page.tsx';

const places = [
  { to: paths.clerks, icon: 'user', key: 'clerks' },
  { to: paths.settings, icon: 'settings', key: 'settings' },
  { to: paths.hub, icon: 'video', key: 'hub' },
  { to: paths.procedureTroubles, icon: 'file', key: 'procedures' },
  { to: paths.journal, icon: 'list', key: 'journal' },
  { to: paths.recoveryCode, icon: 'key', key: 'recovery' },
] as const;

/** How the records are, and the supervisor's doors, each with what is behind it. */
export default function SupervisorScreen() {
  const { t } = useTranslation('supervisor');
  const state = useRecordsState();
  const { settingsReset } = useDescription();
  return (
    <Page title={t('title')} lead={state.copy}>
      <RecordsTroubles />
      <ul className="doors">
        {places.map((place) => (
          <li key={place.to}>
            <Link to={place.to} className="door-card">
              <Icon name={place.icon} />
              <span>
                <strong>{t(`places.${place.key}.title`)}</strong>
                <span>{place.key === 'settings' && settingsReset.length > 0 ? t('settings.reset.title') : t(`places.${place.key}.note`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
