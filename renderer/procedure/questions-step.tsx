import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FactValue } from '../../shared/procedure/run-state.ts';
import { useDescription } from '../desk/desk-context.tsx';
import { Form } from '../ui/form.tsx';
import { answerProblems, factsOfStep, isOnePress, isPressed, worthKeeping } from './answer-plan.ts';
import type { AnswerProblem, Answers } from './answer-plan.ts';
import { FactField } from './fact-field.tsx';
import { factOptions } from './fact-options.ts';
import { isStopped } from './step-blocks.tsx';
import { NextButton, StepActions } from './step-actions.tsx';
import type { StepProps } from './step-props.ts';

/** Questions put to the resident. One yes-no or choice alone goes on by itself, at one press. */
export function QuestionsStep({ work, step }: StepProps) {
  const { t } = useTranslation('procedure');
  const { today } = useDescription();
  const facts = factsOfStep(work.run.procedure, step);
  const saved = work.run.state.facts;
  const wasDone = work.run.state.doneSteps.includes(step.id);
  const [answers, setAnswers] = useState<Answers>(() => Object.fromEntries(facts.map(({ id }) => [id, saved[id]])));
  const [pending, setPending] = useState<FactValue>();
  const [problems, setProblems] = useState<Readonly<Record<string, AnswerProblem>>>({});
  const onePress = isOnePress(facts);
  const carriedFrom = (fact: string) => (wasDone ? undefined : work.run.carriedOver[fact]);

  const leave = async (given: Answers, past?: string) => {
    const found = answerProblems(facts, given, today);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    await work.answer(Object.fromEntries(facts.map(({ id }) => [id, given[id] ?? null])), past);
    setPending(undefined);
  };
  const give = (fact: string, value: FactValue | undefined) => {
    const given = { ...answers, [fact]: value };
    setProblems({});
    if (onePress) {
      if (work.busy) return;
      const chosen = value === undefined ? saved[fact] : value;
      setPending(chosen);
      void leave({ [fact]: chosen });
    } else {
      setAnswers(given);
      // A press is on disk before the next; what is still being typed is not an answer yet.
      if (isPressed(facts, fact)) work.keep(worthKeeping(facts, given, saved, today));
    }
  };
  const standing: Answers = onePress ? saved : answers;
  // Under a stop only another answer leads on.
  const mayGoOn = isStopped(work, step) ? facts.some(({ id }) => standing[id] !== saved[id]) : !onePress || facts.every(({ id }) => saved[id] !== undefined);
  return (
    <Form onSubmit={() => void leave(standing)} errors={problems}>
      {facts.map((fact) => (
        <FactField
          key={fact.id}
          fact={fact}
          texts={work.run.texts}
          value={standing[fact.id]}
          pending={pending}
          carriedFrom={carriedFrom(fact.id)}
          problem={problems[fact.id]}
          onePress={onePress}
          onChange={(value) => give(fact.id, value)}
          options={factOptions(fact, work.run.texts, t)}
        />
      ))}
      <StepActions work={work} kept={onePress ? {} : worthKeeping(facts, answers, saved, today)} onPass={(block) => void leave(standing, block)}>
        {mayGoOn && <NextButton work={work} submit confirms={onePress && facts.some(({ id }) => carriedFrom(id) !== undefined)} />}
      </StepActions>
    </Form>
  );
}
