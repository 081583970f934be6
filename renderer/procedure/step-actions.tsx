import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facts } from '../../shared/procedure/run-state.ts';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button } from '../ui/button.tsx';
import { Foot } from '../ui/foot.tsx';
import { StepBlocks } from './step-blocks.tsx';
import type { RunWork } from './use-run-work.ts';

interface StepActionsProps {
  work: RunWork;
  /** What is worth keeping when the clerk goes back. */
  kept?: Facts;
  /** Leaves the step past a block; without it there is nothing to take along. */
  onPass?: (block: string) => void;
  /** What belongs right over the buttons. */
  above?: ReactNode;
  children?: ReactNode;
}

/** The foot of a step: back on the left, the way on at the right; above it what stands in the way and what could not be saved. */
export function StepActions({ work, kept = {}, onPass = (block) => void work.answer({}, block), above, children }: StepActionsProps) {
  const { t } = useTranslation('procedure');
  const isFirst = work.step === work.view.steps[0]?.id;
  return (
    <>
      <StepBlocks work={work} onPass={onPass} />
      <Foot>
        <div role="alert">
          {work.refusal && (
            <Alert kind="danger" title={t('notSaved')}>
              <p>{work.refusal.sentence}</p>
            </Alert>
          )}
        </div>
        {above}
        <Actions
          left={
            !isFirst && (
              <Button icon="arrowLeft" busy={work.busy} onClick={() => work.back(kept)}>
                {t('back')}
              </Button>
            )
          }
        >
          {children}
        </Actions>
      </Foot>
    </>
  );
}

interface NextButtonProps {
  work: RunWork;
  onClick?: () => void;
  submit?: boolean;
  /** Going on confirms an answer that was only proposed; Enter does it wherever the focus is in the step. */
  confirms?: boolean;
}

/** "Avanti": saves and goes on. */
export function NextButton({ work, onClick, submit = false, confirms = false }: NextButtonProps) {
  const { t } = useTranslation('procedure');
  const words = confirms ? t('confirm') : t('next');
  return (
    <Button kind="primary" icon={confirms ? 'check' : 'arrowRight'} busy={work.busy} submit={submit} {...(onClick && { onClick })} {...(confirms && { shortcut: 'Enter' })}>
      {work.busy ? t('nextSaving') : words}
    </Button>
  );
}
