import { useTranslation } from 'react-i18next';
import type { ClerkAccount } from '../../shared/settings/settings.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { useToast } from '../ui/toast.tsx';

/** Before an account is disabled: its key is destroyed, its sessions stay. */
export function DisableClerkDialog({ clerk, onClose }: { clerk: ClerkAccount; onClose: () => void }) {
  const { t } = useTranslation('supervisor');
  const announce = useToast();
  const disable = useDeskAction('disableClerk');
  const confirm = async () => {
    const reply = await disable.run({ clerkId: clerk.id });
    if (!reply.ok) return;
    announce(t('disable.done', { name: clerk.displayName }));
    onClose();
  };
  return (
    <Dialog
      question={t('disable.question', { name: clerk.displayName })}
      onClose={onClose}
      answers={
        <>
          <Button onClick={onClose} takesFocus>
            {t('disable.no')}
          </Button>
          <Button kind="danger" busy={disable.busy} onClick={() => void confirm()}>
            {t('disable.yes')}
          </Button>
        </>
      }
    >
      <p>{t('disable.text')}</p>
      <RefusalAlert refusal={disable.refusal} />
    </Dialog>
  );
}
