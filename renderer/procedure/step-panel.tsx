import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Alert } from '../ui/alert.tsx';
import { useAnswerKeys } from '../ui/answer-keys.ts';
import { FocusedHeading } from '../ui/focused-heading.tsx';
import { ReadAloudBox } from '../ui/read-aloud-box.tsx';
import { AmountsList } from './amounts-list.tsx';
import { DeadlineLine } from './deadline-line.tsx';
import { DocumentsStep } from './documents-step.tsx';
import { HandoverStep } from './handover-step.tsx';
import { PlainStep } from './plain-step.tsx';
import { QuestionsStep } from './questions-step.tsx';
import { SubmissionStep } from './submission-step.tsx';
import type { StepProps } from './step-props.ts';

/** One step: its title, what to know and read aloud, then what is done in it. */
export function StepPanel({ session, work, step }: StepProps) {
  const { t } = useTranslation('procedure');
  const region = useRef<HTMLDivElement>(null);
  useAnswerKeys(region);
  const { texts } = work.run;
  const words = texts.steps[step.id];
  const deadlines = work.view.deadlines.filter(({ id }) => step.deadlines?.includes(id));
  const amounts = work.view.amounts.filter(({ id }) => step.amounts?.includes(id));
  return (
    <div ref={region} className="step">
      <p className="step-kind">{t(`kind.${step.kind}`)}</p>
      <FocusedHeading>{words?.title ?? step.id}</FocusedHeading>
      {isChangedAfterSending(work, step) && <Alert kind="warning">{t('alreadySent')}</Alert>}
      {words?.body && <p className="step-body">{words.body}</p>}
      {words?.say && <ReadAloudBox>{words.say}</ReadAloudBox>}
      {words?.points && (
        <ol className="step-points">
          {words.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ol>
      )}
      {amounts.length > 0 && <AmountsList amounts={amounts} run={work.run} />}
      {deadlines.length > 0 && (
        <ul className="step-deadlines">
          {deadlines.map((deadline) => (
            <DeadlineLine key={deadline.id} deadline={deadline} texts={texts} open={step.kind !== 'questions'} />
          ))}
        </ul>
      )}
      <StepOfKind session={session} work={work} step={step} />
    </div>
  );
}

/** A question asked before something was sent: another answer now changes nothing of what INPS has. */
function isChangedAfterSending({ run }: StepProps['work'], step: StepProps['step']): boolean {
  const place = (id: string) => run.procedure.steps.findIndex((one) => one.id === id);
  return step.kind === 'questions' && run.state.sent.some((sent) => place(step.id) < place(sent));
}

function StepOfKind(props: StepProps) {
  switch (props.step.kind) {
    case 'questions':
      return <QuestionsStep {...props} />;
    case 'documents':
      return <DocumentsStep {...props} />;
    case 'read-aloud':
    case 'action':
      return <PlainStep {...props} />;
    case 'submission':
      return <SubmissionStep {...props} />;
    case 'handover':
      return <HandoverStep {...props} />;
  }
}
