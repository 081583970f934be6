import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClerkRole } from '../../shared/settings/settings.ts';
import { oneLine } from '../../shared/text/written-text.ts';
import { NewPassphraseFields, newPassphraseProblem, noPassphrase } from '../account/new-passphrase.tsx';
import { useDeskAction } from '../desk/desk-context.tsx';
import { ChoiceCards } from '../ui/choice-cards.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useToast } from '../ui/toast.tsx';
import { AccountDialog } from './account-dialog.tsx';

/** A new account; its passphrase is told to the clerk, who then changes it. */
export function AddClerkDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('supervisor');
  const announce = useToast();
  const [name, setName] = useState('');
  const [role, setRole] = useState<ClerkRole>('clerk');
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [problems, setProblems] = useState<{ name?: string; passphrase?: ReturnType<typeof newPassphraseProblem> }>({});
  const add = useDeskAction('addClerk');

  const submit = async () => {
    const problem = newPassphraseProblem(passphrase);
    const nameEmpty = oneLine(name).length < 2;
    if (nameEmpty || problem) return setProblems({ ...(nameEmpty && { name: t('add.nameEmpty') }), ...(problem && { passphrase: problem }) });
    const reply = await add.run({ displayName: oneLine(name), role, passphrase: passphrase.text });
    if (!reply.ok) return setProblems(reply.code === 'name-taken' ? { name: reply.sentence } : {});
    announce(t('add.done', { name: oneLine(name) }));
    onClose();
  };
  const elsewhere = add.refusal?.code === 'name-taken' ? undefined : add.refusal;

  return (
    <AccountDialog question={t('add.question')} answer={t('add.answer')} busy={add.busy} refusal={elsewhere} errors={problems} onSubmit={submit} onClose={onClose}>
      <TextField label={t('add.name')} value={name} onChange={setName} error={problems.name} input={{ maxLength: 60 }} />
      <ChoiceCards
        label={t('add.role')}
        value={role}
        onChange={setRole}
        choices={[
          { value: 'clerk', title: t('role.clerk'), note: t('add.clerkNote') },
          { value: 'supervisor', title: t('role.supervisor'), note: t('add.supervisorNote') },
        ]}
      />
      <NewPassphraseFields value={passphrase} onChange={setPassphrase} problem={problems.passphrase} />
    </AccountDialog>
  );
}
