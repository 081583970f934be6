import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../shared/desk/refusal.ts';
import { Actions, Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Form } from '../ui/form.tsx';

interface AccountDialogProps {
  question: string;
  answer: string;
  busy: boolean;
  refusal: Refusal | undefined;
  errors: Readonly<Record<string, unknown>>;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A question about an account that needs fields to be answered. */
export function AccountDialog({ question, answer, busy, refusal, errors, onSubmit, onClose, children }: AccountDialogProps) {
  const { t } = useTranslation('supervisor');
  return (
    <Dialog question={question} onClose={onClose}>
      <Form onSubmit={onSubmit} errors={errors}>
        {children}
        <RefusalAlert refusal={refusal} />
        <Actions>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" submit busy={busy}>
            {answer}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
