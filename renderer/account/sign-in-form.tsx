import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescription, useDeskAction } from '../desk/desk-context.tsx';
import { Actions, Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { ClerkChoice } from './clerk-choice.tsx';
import { lastClerk, rememberClerk } from './last-clerk.ts';
import { LockedOut } from './locked-out.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { useLockOut } from './use-lock-out.ts';

function useChosenClerk() {
  const { clerks } = useDescription();
  const [chosen, setChosen] = useState(lastClerk);
  const known = clerks.find((clerk) => clerk.id === chosen) ?? (clerks.length === 1 ? clerks[0] : undefined);
  return [known?.id, setChosen] as const;
}

/** Account and passphrase. A wrong passphrase stays in the box, selected, with the sentence beside it. */
export function SignInForm({ onLostPassphrase }: { onLostPassphrase: () => void }) {
  const { t } = useTranslation('account');
  const { clerks } = useDescription();
  const [clerkId, setClerkId] = useChosenClerk();
  const [passphrase, setPassphrase] = useState('');
  const [errors, setErrors] = useState<{ clerk?: string; passphrase?: string }>({});
  const box = useRef<HTMLInputElement>(null);
  const signIn = useDeskAction('signIn');
  const lockOut = useLockOut(signIn.refusal);

  const choose = (id: string) => {
    setClerkId(id);
    setErrors({});
    signIn.forget();
    box.current?.focus();
  };
  const submit = async () => {
    if (lockOut.secondsLeft > 0) return;
    if (clerkId === undefined) return setErrors({ clerk: t('chooseAccount') });
    if (passphrase === '') return setErrors({ passphrase: t('passphraseEmpty') });
    const reply = await signIn.run({ clerkId, passphrase });
    if (reply.ok) rememberClerk(clerkId);
    else setErrors(reply.code === 'locked-out' ? {} : { passphrase: reply.sentence });
    box.current?.select();
  };

  return (
    <Form onSubmit={submit} errors={errors}>
      <ClerkChoice clerks={clerks} value={clerkId} onChange={choose} error={errors.clerk} />
      <PassphraseField ref={box} label={t('passphrase')} value={passphrase} onChange={setPassphrase} error={errors.passphrase} />
      <LockedOut lockOut={lockOut} />
      <Actions
        left={
          <Button kind="quiet" onClick={onLostPassphrase}>
            {t('lostPassphrase')}
          </Button>
        }
      >
        <Button kind="primary" submit busy={signIn.busy || lockOut.secondsLeft > 0}>
          {t('signIn.enter')}
        </Button>
      </Actions>
    </Form>
  );
}
