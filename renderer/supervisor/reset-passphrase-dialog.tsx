import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClerkAccount } from '../../shared/settings/settings.ts';
import { NewPassphraseFields, newPassphraseProblem, noPassphrase } from '../account/new-passphrase.tsx';
import { useDeskAction } from '../desk/desk-context.tsx';
import { useToast } from '../ui/toast.tsx';
import { AccountDialog } from './account-dialog.tsx';

/** A new passphrase for somebody's account; a disabled account comes back with it. */
export function ResetPassphraseDialog({ clerk, onClose }: { clerk: ClerkAccount; onClose: () => void }) {
  const { t } = useTranslation('supervisor');
  const announce = useToast();
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [problems, setProblems] = useState<{ passphrase?: ReturnType<typeof newPassphraseProblem> }>({});
  const reset = useDeskAction('resetPassphrase');
  const submit = async () => {
    const problem = newPassphraseProblem(passphrase);
    if (problem) return setProblems({ passphrase: problem });
    setProblems({});
    const reply = await reset.run({ clerkId: clerk.id, passphrase: passphrase.text });
    if (!reply.ok) return;
    announce(t('reset.done', { name: clerk.displayName }));
    onClose();
  };
  return (
    <AccountDialog
      question={t('reset.question', { name: clerk.displayName })}
      answer={t('reset.answer')}
      busy={reset.busy}
      refusal={reset.refusal}
      errors={problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('reset.text')}</p>
      <NewPassphraseFields value={passphrase} onChange={setPassphrase} problem={problems.passphrase} />
    </AccountDialog>
  );
}
