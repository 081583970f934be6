import { useState } from 'react';
import type { Refusal } from '../../shared/desk/refusal.ts';
import type { Comune } from '../../shared/settings/settings.ts';
import { oneLine } from '../../shared/text/written-text.ts';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Form } from '../ui/form.tsx';
import { ComuneFields, comuneProblems } from './comune-fields.tsx';
import type { ComuneProblems } from './comune-fields.tsx';
import { WizardActions } from './wizard-actions.tsx';

interface ComuneStepProps {
  comune: Partial<Comune>;
  refusal: Refusal | undefined;
  onNext: (comune: Comune) => void;
}

/** Whose desk this is. */
export function ComuneStep({ comune, refusal, onNext }: ComuneStepProps) {
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
      <WizardActions />
    </Form>
  );
}
