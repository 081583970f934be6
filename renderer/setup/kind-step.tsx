import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskKind } from '../../shared/settings/settings.ts';
import { Form } from '../ui/form.tsx';
import { KindChoice } from './kind-choice.tsx';
import { WizardActions } from './wizard-actions.tsx';

interface KindStepProps {
  kind: DeskKind | undefined;
  onBack: () => void;
  onNext: (kind: DeskKind) => void;
}

/** Which agreement with INPS the desk works under. */
export function KindStep({ kind, onBack, onNext }: KindStepProps) {
  const { t } = useTranslation('setup');
  const [chosen, setChosen] = useState(kind);
  const [problems, setProblems] = useState<{ kind?: string }>({});
  return (
    <Form onSubmit={() => (chosen ? onNext(chosen) : setProblems({ kind: t('problems.kind') }))} errors={problems}>
      <KindChoice value={chosen} onChange={setChosen} error={problems.kind} />
      <WizardActions onBack={onBack} />
    </Form>
  );
}
