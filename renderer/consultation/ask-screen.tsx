import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Office } from '../../shared/hub/hub-views.ts';
import { personalDataIn } from '../../shared/hub/personal-data-guard.ts';
import type { QuestionDraft } from '../../shared/hub/prepared-question.ts';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDescription, useDeskAction } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Form } from '../ui/form.tsx';
import { Loading } from '../ui/loading.tsx';
import { OfficeChoice } from './office-choice.tsx';
import { proposeQuestion } from './question-proposal.ts';
import { QuestionFields } from './question-fields.tsx';
import type { QuestionErrors } from './question-fields.tsx';
import { useHub } from './use-hub.ts';

/** Prepares the question for an INPS official: proposed from the procedure at work, completed by the clerk, sent to an office. */
export function AskScreen({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('consultation');
  const hub = useHub();
  if (hub === undefined) return <Loading />;
  const offices = hub.view?.offices ?? [];
  if (hub.link.at !== 'connected' || offices.length === 0)
    return (
      <EmptyState action={<ButtonLink to={paths.session(session.id)}>{t('back')}</ButtonLink>}>{t('ask.notNow')}</EmptyState>
    );
  return <AskForm session={session} offices={offices} />;
}

function AskForm({ session, offices }: { session: SessionDetail; offices: readonly Office[] }) {
  const { t } = useTranslation(['consultation', 'hub']);
  const { today } = useDescription();
  const [, navigate] = useLocation();
  const run = useMemo(() => session.runs.findLast(({ record }) => record.endedAt === undefined) ?? session.runs.at(-1), [session.runs]);
  const [draft, setDraft] = useState(() => proposeQuestion(session, run, today));
  const [officeId, setOffice] = useState<string>();
  const [errors, setErrors] = useState<QuestionErrors>({});
  const ask = useDeskAction('askOfficial');
  const fitting = offices.filter(({ topics }) => topics.includes(draft.topic));
  const chosen = fitting.find(({ id }) => id === officeId) ?? mostReady(fitting);
  const send = async () => {
    const wrong = problemsOf(draft);
    setErrors({ ...(wrong.done && { done: t(`hub:personalData.${wrong.done}`) }), ...(wrong.blocked && { blocked: t(`hub:personalData.${wrong.blocked}`) }), ...(wrong.asked && { asked: wrong.asked === 'empty' ? t('consultation:ask.askedMissing') : t(`hub:personalData.${wrong.asked}`) }) });
    if (wrong.done ?? wrong.blocked ?? wrong.asked ?? (chosen === undefined)) return;
    const reply = await ask.run({ sessionId: session.id, runId: run?.record.id ?? null, officeId: chosen?.id ?? '', question: draft });
    if (reply.ok) navigate(run ? paths.run(session.id, run.record.id) : paths.session(session.id));
  };
  return (
    <section className="ask" aria-label={t('consultation:ask.title')}>
      <h2>{t('consultation:ask.title')}</h2>
      <p>{t('consultation:ask.lead')}</p>
      <Form onSubmit={() => void send()} errors={errors}>
        <QuestionFields draft={draft} change={(part) => setDraft({ ...draft, ...part })} errors={errors} />
        <OfficeChoice offices={fitting} chosen={chosen?.id} choose={setOffice} />
        <RefusalAlert refusal={ask.refusal} />
        <Actions left={<ButtonLink to={paths.session(session.id)} kind="quiet" icon="arrowLeft">{t('consultation:back')}</ButtonLink>}>
          <Button submit kind="primary" icon="video" busy={ask.busy || chosen === undefined}>
            {t('consultation:ask.send')}
          </Button>
        </Actions>
      </Form>
    </section>
  );
}

/** Where somebody is there, and fewest wait. */
function mostReady(offices: readonly Office[]): Office | undefined {
  return offices.toSorted((left, right) => Number(right.available > 0) - Number(left.available > 0) || left.waiting - right.waiting)[0];
}

const problemsOf = (draft: QuestionDraft) => ({
  done: personalDataIn(draft.done),
  blocked: personalDataIn(draft.blocked),
  asked: draft.asked.trim() === '' ? ('empty' as const) : personalDataIn(draft.asked),
});
