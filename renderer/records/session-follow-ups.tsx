import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isReminderDay } from '../../shared/session/reminder-day.ts';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { oneLine } from '../../shared/text/written-text.ts';
import { useDescription, useDeskAction } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Form } from '../ui/form.tsx';
import { Rows } from '../ui/rows.tsx';
import { TextField } from '../ui/text-field.tsx';
import { FollowUpRow } from './follow-up-row.tsx';

/** The reminders of one session, and room for one more. */
export function SessionFollowUps({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('records');
  return (
    <>
      {session.followUps.length === 0 && <p>{t('followUp.none')}</p>}
      <Rows label={t('followUp.title')}>
        {session.followUps.map((followUp) => (
          <FollowUpRow key={followUp.id} followUp={followUp} />
        ))}
      </Rows>
      {session.privacy !== 'confidential' && (
        <details className="run-more">
          <summary>{t('followUp.add')}</summary>
          <AddFollowUp sessionId={session.id} />
        </details>
      )}
    </>
  );
}

function AddFollowUp({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation('records');
  const { today } = useDescription();
  const add = useDeskAction('addFollowUp');
  const [due, setDue] = useState<string>();
  const [what, setWhat] = useState('');
  const [errors, setErrors] = useState<{ due?: string; what?: string }>({});
  const save = async () => {
    const found = {
      ...((due === undefined || !isReminderDay(due, today)) && { due: t('followUp.problemDue') }),
      ...(oneLine(what) === '' && { what: t('followUp.problemWhat') }),
    };
    setErrors(found);
    if (due === undefined || Object.keys(found).length > 0) return;
    const reply = await add.run({ sessionId, due, what: oneLine(what) });
    if (reply.ok) setWhat('');
  };
  return (
    <Form onSubmit={() => void save()} errors={errors}>
      <div className="field-pair">
        <DateField label={t('followUp.due')} value={due} onChange={setDue} latestYear={Number(today.slice(0, 4)) + 20} error={errors.due} />
        <TextField label={t('followUp.what')} value={what} onChange={setWhat} error={errors.what} input={{ maxLength: 200 }} />
      </div>
      <RefusalAlert refusal={add.refusal} />
      <Button submit icon="plus" busy={add.busy}>
        {t('followUp.save')}
      </Button>
    </Form>
  );
}
