import { NextButton, StepActions } from './step-actions.tsx';
import type { StepProps } from './step-props.ts';
import { isStopped } from './step-blocks.tsx';

/** Something read aloud or done: nothing to fill in. */
export function PlainStep({ work, step }: StepProps) {
  return <StepActions work={work}>{!isStopped(work, step) && <NextButton work={work} onClick={() => void work.answer({})} />}</StepActions>;
}
