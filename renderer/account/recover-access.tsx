import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../shared/desk/refusal.ts';
import { useDescription, useDeskAction } from '../desk/desk-context.tsx';
import { Actions, Button } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ClerkChoice } from './clerk-choice.tsx';
import { LockedOut } from './locked-out.tsx';
import { NewPassphraseFields, newPassphraseProblem, noPassphrase } from './new-passphrase.tsx';
import { useLockOut } from './use-lock-out.ts';

const isAboutCode = ({ code }: Refusal): boolean => code === 'wrong-recovery-code' || code === 'recovery-code-replaced';

/** In with the recovery code from the sheet in the safe, and a new passphrase for the account. */
export function RecoverAccess({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('account');
  const { clerks } = useDescription();
  const [clerkId, setClerkId] = useState<string>();
  const [code, setCode] = useState('');
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [errors, setErrors] = useState<{ clerk?: string; code?: string; passphrase?: ReturnType<typeof newPassphraseProblem> }>({});
  const recover = useDeskAction('recoverAccess');
  const lockOut = useLockOut(recover.refusal);

  const submit = async () => {
    if (lockOut.secondsLeft > 0) return;
    const problem = newPassphraseProblem(passphrase);
    if (clerkId === undefined) return setErrors({ clerk: t('chooseAccount') });
    if (code.trim() === '') return setErrors({ code: t('recover.codeEmpty') });
    if (problem) return setErrors({ passphrase: problem });
    const reply = await recover.run({ clerkId, recoveryCode: code, newPassphrase: passphrase.text });
    setErrors(!reply.ok && isAboutCode(reply) ? { code: reply.sentence } : {});
  };
  const elsewhere = (recover.refusal !== undefined && isAboutCode(recover.refusal)) || lockOut.secondsLeft > 0;

  return (
    <Form onSubmit={submit} errors={errors}>
      <p>{t('recover.how')}</p>
      <ClerkChoice clerks={clerks} value={clerkId} onChange={setClerkId} error={errors.clerk} />
      <TextField
        label={t('recover.code')}
        hint={t('recover.codeHint')}
        value={code}
        onChange={setCode}
        error={errors.code}
        input={{ autoCapitalize: 'characters', maxLength: 100 }}
      />
      <NewPassphraseFields value={passphrase} onChange={setPassphrase} problem={errors.passphrase} />
      <LockedOut lockOut={lockOut} />
      <RefusalAlert refusal={elsewhere ? undefined : recover.refusal} />
      <Actions
        left={
          <Button kind="quiet" icon="arrowLeft" onClick={onBack}>
            {t('recover.back')}
          </Button>
        }
      >
        <Button kind="primary" submit busy={recover.busy || lockOut.secondsLeft > 0}>
          {t('recover.enter')}
        </Button>
      </Actions>
    </Form>
  );
}
