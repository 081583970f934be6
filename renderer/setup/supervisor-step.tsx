import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { oneLine } from '../../shared/text/written-text.ts';
import { NewPassphraseFields, newPassphraseProblem, noPassphrase } from '../account/new-passphrase.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { WizardActions } from './wizard-actions.tsx';

interface SupervisorStepProps {
  name: string;
  onBack: () => void;
  onNext: (name: string, passphrase: string) => void;
}

/** The first account, which can add the others. */
export function SupervisorStep({ name, onBack, onNext }: SupervisorStepProps) {
  const { t } = useTranslation('setup');
  const [typed, setTyped] = useState(name);
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const [problems, setProblems] = useState<{ name?: string; passphrase?: ReturnType<typeof newPassphraseProblem> }>({});
  const submit = () => {
    const problem = newPassphraseProblem(passphrase);
    if (oneLine(typed).length < 2) setProblems({ name: t('problems.supervisor') });
    else if (problem) setProblems({ passphrase: problem });
    else onNext(oneLine(typed), passphrase.text);
  };
  return (
    <Form onSubmit={submit} errors={problems}>
      <TextField
        label={t('supervisor.name')}
        hint={t('supervisor.nameHint')}
        value={typed}
        onChange={setTyped}
        error={problems.name}
        input={{ maxLength: 60, autoCapitalize: 'words' }}
      />
      <NewPassphraseFields value={passphrase} onChange={setPassphrase} problem={problems.passphrase} />
      <WizardActions onBack={onBack} />
    </Form>
  );
}
