import { useTranslation } from 'react-i18next';
import { useDeskQuery } from '../desk/desk-context.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { SettingsForm } from './settings-form.tsx';
import { SupervisorPage } from './supervisor-page.tsx';

/** What the comune decides about its desk. */
export default function SettingsScreen() {
  const { t } = useTranslation('supervisor');
  const settings = useDeskQuery('readSettings', {});
  return (
    <SupervisorPage title={t('places.settings.title')} narrow>
      <Loaded query={settings}>{(value) => <SettingsForm settings={value} />}</Loaded>
    </SupervisorPage>
  );
}
