import { useTranslation } from 'react-i18next';
import { useDescription } from '../desk/desk-context.tsx';
import { Alert } from '../ui/alert.tsx';
import { formatInstant } from '../ui/dates.ts';
import { DefinitionList } from '../ui/definition-list.tsx';

/** The computer's clock stands before the last thing recorded: both moments, and what to do. */
export function ClockWarning() {
  const { t } = useTranslation('desk');
  const { clockBehind } = useDescription();
  if (!clockBehind) return null;
  return (
    <div className="desk-warning no-print">
      <Alert kind="warning" title={t('clock.title')}>
        <p>{t('clock.text')}</p>
        <DefinitionList
          pairs={[
            [t('clock.now'), formatInstant(clockBehind.now)],
            [t('clock.lastRecorded'), formatInstant(clockBehind.lastRecorded)],
          ]}
        />
      </Alert>
    </div>
  );
}
