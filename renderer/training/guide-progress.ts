import type { SessionDetail } from '../../shared/session/session-view.ts';

/** What the guide looks at in a session. */
export interface GuideSession extends Pick<SessionDetail, 'privacy' | 'state'> {
  readonly people: readonly unknown[];
  readonly runs: readonly { readonly record: { readonly endedAt: string | undefined } }[];
  readonly prints: readonly { readonly state: string }[];
}

/** The six steps of a first session, in order. */
export const guideSteps = ['open', 'person', 'procedure', 'steps', 'close', 'paper'] as const;
export type GuideStep = (typeof guideSteps)[number];

/** Which steps the trainee's session shows to be done. An anonymous resident needs nobody written down. */
export function doneSteps(session: GuideSession | undefined): ReadonlySet<GuideStep> {
  if (!session) return new Set();
  const done = {
    open: true,
    person: session.people.length > 0 || session.privacy === 'anonymous',
    procedure: session.runs.length > 0,
    steps: session.runs.some((run) => run.record.endedAt !== undefined),
    close: session.state === 'closed',
    paper: session.prints.some((print) => print.state === 'printed'),
  } satisfies Record<GuideStep, boolean>;
  return new Set(guideSteps.filter((step) => done[step]));
}

/** The first step not done yet; undefined when the session went all the way. */
export const nextStep = (done: ReadonlySet<GuideStep>): GuideStep | undefined => guideSteps.find((step) => !done.has(step));
