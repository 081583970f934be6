import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../shared/procedure/procedure.ts';
import type { StandingBlock } from '../../shared/procedure/run-view.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import type { RunWork } from './use-run-work.ts';

interface StepBlocksProps {
  work: RunWork;
  /** Leaves the step although this block stands. */
  onPass: (block: string) => void;
}

/** What stands in the way at the step on screen, and the way out; where it stops, going on is a choice made knowingly. */
export function StepBlocks({ work, onPass }: StepBlocksProps) {
  const blocks = work.view.blocks.filter((block) => block.step === work.step);
  const region = useRef<HTMLDivElement>(null);
  useTakenNoteOf(region, blocks.filter((block) => !block.passed).length);
  return (
    <div ref={region} tabIndex={-1} role="alert" className="step-stops">
      {blocks.map((block) => (
        <BlockAlert key={block.id} work={work} block={block} onPass={onPass} />
      ))}
    </div>
  );
}

/**
 * A block raised by the answer just given may come up below the window's edge: it is brought in sight. What was pressed may go
 * with it, "avanti" under a stop or its own button once it is passed: then the keyboard goes on from here.
 */
function useTakenNoteOf(region: RefObject<HTMLElement | null>, standing: number): void {
  const before = useRef(standing);
  useEffect(() => {
    if (standing > before.current) region.current?.scrollIntoView({ block: 'nearest' });
    if (standing !== before.current && document.activeElement === document.body) region.current?.focus({ preventScroll: true });
    before.current = standing;
  }, [region, standing]);
}

interface BlockProps extends StepBlocksProps {
  block: StandingBlock;
}

function BlockAlert({ work, block, onPass }: BlockProps) {
  const { t } = useTranslation(['procedure', 'session']);
  const words = work.run.texts.blocks[block.id];
  const open = block.stops && !block.passed;
  return (
    <Alert kind={open ? 'danger' : 'warning'} title={block.stops ? t('block.stops') : t('block.warns')}>
      <p>{words?.what}</p>
      <p>
        <strong>{t('block.wayOut')}</strong> {words?.wayOut}
      </p>
      {block.referral && block.referral !== 'none' && <p>{t('block.referral', { where: t(`session:referral.${block.referral}`) })}</p>}
      {block.passed && <p>{t('block.passed')}</p>}
      {open && <BlockAnswers work={work} block={block} onPass={onPass} />}
    </Alert>
  );
}

function BlockAnswers({ work, block, onPass }: BlockProps) {
  const { t } = useTranslation(['procedure', 'session']);
  const end = useDeskAction('endRun');
  const outcome = work.view.outcome?.is;
  return (
    <>
      <RefusalAlert refusal={end.refusal} />
      <div className="block-answers">
        <Button busy={work.busy} onClick={() => onPass(block.id)}>
          {t('block.pass')}
        </Button>
        {outcome !== undefined && (
          <Button kind="primary" busy={end.busy} onClick={() => void end.run({ runId: work.run.record.id, outcome })}>
            {t('block.end', { outcome: t(`session:outcome.${outcome}`) })}
          </Button>
        )}
      </div>
    </>
  );
}

/** Whether a block keeps the clerk on this step. */
export const isStopped = (work: RunWork, step: Step): boolean =>
  work.view.blocks.some((block) => block.step === step.id && block.stops && !block.passed);
