import { useTranslation } from 'react-i18next';
import type { ClerkAccount } from '../../shared/settings/settings.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { formatInstant } from '../ui/dates.ts';
import { Row, Rows } from '../ui/rows.tsx';

interface ClerkRowsProps {
  clerks: readonly ClerkAccount[];
  onDisable: (clerk: ClerkAccount) => void;
  onReset: (clerk: ClerkAccount) => void;
}

/** One account a row: name, part, last time at the desk, and what may be done with it. */
export function ClerkRows({ clerks, onDisable, onReset }: ClerkRowsProps) {
  const { t } = useTranslation('supervisor');
  return (
    <Rows label={t('places.clerks.title')}>
      {clerks.map((clerk) => (
        <Row key={clerk.id} title={clerk.displayName} note={<LastSeen clerk={clerk} />}>
          <Badge kind={clerk.role === 'supervisor' ? 'strong' : 'plain'}>{t(`role.${clerk.role}`)}</Badge>
          {!clerk.enabled && <Badge kind="warning">{t('clerks.disabled')}</Badge>}
          <Button icon="key" onClick={() => onReset(clerk)} label={t(clerk.enabled ? 'clerks.resetOf' : 'clerks.enableOf', { name: clerk.displayName })}>
            {t(clerk.enabled ? 'clerks.reset' : 'clerks.enable')}
          </Button>
          {clerk.enabled && (
            <Button onClick={() => onDisable(clerk)} label={t('clerks.disableOf', { name: clerk.displayName })}>
              {t('clerks.disable')}
            </Button>
          )}
        </Row>
      ))}
    </Rows>
  );
}

function LastSeen({ clerk }: { clerk: ClerkAccount }) {
  const { t } = useTranslation('supervisor');
  return clerk.lastSignInAt === undefined ? <>{t('clerks.neverIn')}</> : <>{t('clerks.lastIn', { at: formatInstant(clerk.lastSignInAt) })}</>;
}
