import type { Step } from '../../shared/procedure/procedure.ts';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import type { RunWork } from './use-run-work.ts';

/** What every kind of step is drawn from. */
export interface StepProps {
  readonly session: SessionDetail;
  readonly work: RunWork;
  readonly step: Step;
}
