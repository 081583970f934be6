import { useTranslation } from 'react-i18next';
import { useDescription, useDeskQuery } from '../desk/desk-context.tsx';
import { useLeftDraft } from '../desk/use-left-draft.ts';
import { Alert } from '../ui/alert.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Loading } from '../ui/loading.tsx';
import { SettingsForm } from './settings-form.tsx';
import { settingsFormName } from './use-settings-draft.ts';
import { SupervisorPage } from './supervisor-page.tsx';

/** What the comune decides about its desk. */
export default function SettingsScreen() {
  const { t } = useTranslation('supervisor');
  const settings = useDeskQuery('readSettings', {});
  const left = useLeftDraft(settingsFormName);
  return (
    <SupervisorPage title={t('places.settings.title')} narrow>
      <ResetSettings />
      <Loaded query={settings}>{(value) => (left === undefined ? <Loading /> : <SettingsForm settings={value} left={left} />)}</Loaded>
    </SupervisorPage>
  );
}

/** Settings whose stored value this version no longer takes, by the names their fields have below. */
function ResetSettings() {
  const { t } = useTranslation('supervisor');
  const { settingsReset } = useDescription();
  if (settingsReset.length === 0) return null;
  const retentionWaits = settingsReset.includes('retentionDays') || settingsReset.includes('exportBeforeWipe');
  return (
    <Alert kind="warning" title={t('settings.reset.title')}>
      <p>{t('settings.reset.text')}</p>
      {retentionWaits && <p>{t('settings.reset.retention')}</p>}
      <ul>
        {settingsReset.map((name) => (
          <li key={name}>{t(`settings.reset.names.${name}`)}</li>
        ))}
      </ul>
    </Alert>
  );
}
