import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../shared/desk/refusal.ts';
import type { Comune } from '../../shared/settings/settings.ts';
import { oneLine } from '../../shared/text/written-text.ts';
import { Actions, Button } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Form } from '../ui/form.tsx';
import { ComuneFields, comuneProblems } from './comune-fields.tsx';
import type { ComuneProblems } from './comune-fields.tsx';

interface ComuneStepProps {
  comune: Partial<Comune>;
  refusal: Refusal | undefined;
  onNext: (comune: Comune) => void;
}

/** Whose desk this is. */
export function ComuneStep({ comune, refusal, onNext }: ComuneStepProps) {
  const { t } = useTranslation('setup');
  const [typed, setTyped] = useState<Comune>({ name: '', province: '', code: '', ...comune });
  const [problems, setProblems] = useState<ComuneProblems>({});
  const submit = () => {
    const found = comuneProblems(typed);
    setProblems(found);
    if (Object.keys(found).length === 0) onNext({ ...typed, name: oneLine(typed.name) });
  };
  return (
    <Form onSubmit={submit} errors={problems}>
      <ComuneFields value={typed} onChange={setTyped} problems={problems} />
      <RefusalAlert refusal={refusal} />
      <Actions>
        <Button kind="primary" submit>
          {t('next')}
        </Button>
      </Actions>
    </Form>
  );
}
