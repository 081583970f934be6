import { useTranslation } from 'react-i18next';
import { Alert } from '../ui/alert.tsx';
import { formatWait } from '../ui/duration.ts';
import type { LockOut } from './use-lock-out.ts';

/** After too many wrong tries: how long to wait, in words. Read out once, not every second. */
export function LockedOut({ lockOut }: { lockOut: LockOut }) {
  const { t } = useTranslation('account');
  const waiting = lockOut.secondsLeft > 0;
  return (
    <>
      <div role="alert" className="visually-hidden">
        {waiting && t('lockedOut.announce', { wait: formatWait(lockOut.total) })}
      </div>
      {waiting && (
        <Alert kind="warning" title={t('lockedOut.title')}>
          <p>{t('lockedOut.text', { wait: formatWait(lockOut.secondsLeft) })}</p>
        </Alert>
      )}
    </>
  );
}
