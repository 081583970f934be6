import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { outcomes, referralTargets } from '../../shared/session/closed-lists.ts';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { oneLine } from '../../shared/text/written-text.ts';
import { useDescription, useDeskAction } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Actions, Button } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Foot } from '../ui/foot.tsx';
import { Form } from '../ui/form.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { ToggleButtons } from '../ui/toggle-buttons.tsx';
import { closingOf, closingProblems } from './closing-draft.ts';
import type { ClosingDraft, ClosingField, ClosingProblems } from './closing-draft.ts';
import { FollowUpFields } from './follow-up-fields.tsx';
import { useClosingDraft } from './kept-draft.ts';

const levels = [1, 2, 3] as const;
const usefulAnswers = ['yes', 'unknown', 'no'] as const;

/** Outcome, autonomy, usefulness, referral, follow-up; then the session is closed. */
export function ClosingForm({ session, left }: { session: SessionDetail; left: string }) {
  const { t } = useTranslation(['closing', 'session']);
  const { today } = useDescription();
  const [, navigate] = useLocation();
  const close = useDeskAction('closeSession');
  const confidential = session.privacy === 'confidential';
  const { draft, write: keep, forget } = useClosingDraft(session, left);
  const [problems, setProblems] = useState<ClosingProblems>({});
  const write = (change: Partial<ClosingDraft>) => {
    keep(change);
    setProblems({});
  };
  const send = async () => {
    const found = closingProblems(draft, today);
    setProblems(found);
    const closing = closingOf(draft);
    if (Object.keys(found).length > 0 || !closing) return;
    const followUp = draft.followUp && draft.due !== undefined ? { due: draft.due, what: oneLine(draft.what) } : null;
    const reply = await close.run({ sessionId: session.id, closing, followUp });
    if (!reply.ok) return;
    forget();
    navigate(paths.takeHome(session.id), { replace: true });
  };
  const sentence = (field: ClosingField) => (problems[field] ? t(`problem.${field}`) : undefined);
  return (
    <Form onSubmit={() => void send()} errors={problems}>
      <SelectField
        label={t('outcome')}
        value={draft.outcome ?? ''}
        onChange={(chosen) => write({ outcome: outcomes.find((outcome) => outcome === chosen) })}
        options={outcomes.map((outcome) => ({ value: outcome, text: t(`session:outcome.${outcome}`) }))}
        error={sentence('outcome')}
      />
      <ToggleButtons
        label={t('autonomy.legend')}
        value={draft.autonomy === undefined ? undefined : `${draft.autonomy}`}
        onChange={(chosen) => write({ autonomy: levels.find((level) => `${level}` === chosen) })}
        options={levels.map((level) => ({ value: `${level}`, text: t(`autonomy.${level}`) }))}
        error={sentence('autonomy')}
      />
      <ToggleButtons
        label={t('useful.legend')}
        hint={t('useful.hint')}
        value={draft.useful}
        onChange={(useful) => write({ useful })}
        options={usefulAnswers.map((value) => ({ value, text: t(`useful.${value}`) }))}
        error={sentence('useful')}
      />
      <SelectField
        label={t('referral')}
        value={draft.referral}
        onChange={(chosen) => write({ referral: referralTargets.find((target) => target === chosen) ?? 'none' })}
        options={referralTargets.map((target) => ({ value: target, text: t(`session:referral.${target}`) }))}
      />
      {!confidential && <FollowUpFields session={session} draft={draft} onChange={write} dueError={sentence('due')} whatError={sentence('what')} />}
      <Foot>
        <RefusalAlert refusal={close.refusal} />
        <Actions>
          <Button kind="primary" submit icon="check" busy={close.busy}>
            {t(confidential ? 'closeConfidential' : 'close')}
          </Button>
        </Actions>
      </Foot>
    </Form>
  );
}
