import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDescription } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { formatDay } from '../ui/dates.ts';
import { TextField } from '../ui/text-field.tsx';
import { ToggleButtons } from '../ui/toggle-buttons.tsx';
import { followUpProposals } from './closing-draft.ts';
import type { ClosingDraft } from './closing-draft.ts';

interface FollowUpFieldsProps {
  session: SessionDetail;
  draft: ClosingDraft;
  onChange: (change: Partial<ClosingDraft>) => void;
  dueError: string | undefined;
  whatError: string | undefined;
}

/** Whether the desk should come back to this, when and for what; the procedures' own reminders are one press away. */
export function FollowUpFields({ session, draft, onChange, dueError, whatError }: FollowUpFieldsProps) {
  const { t } = useTranslation('closing');
  const { today } = useDescription();
  const proposals = followUpProposals(session, today);
  return (
    <>
      <ToggleButtons
        label={t('followUp.legend')}
        value={draft.followUp ? 'yes' : 'no'}
        onChange={(chosen) => chosen && onChange({ followUp: chosen === 'yes' })}
        options={[
          { value: 'yes', text: t('followUp.yes') },
          { value: 'no', text: t('followUp.no') },
        ]}
      />
      {proposals.length > 0 && (
        <div className="follow-up-proposals">
          <p>{t('followUp.suggested')}</p>
          {proposals.map(({ due, what }) => (
            <Button key={due + what} icon="calendar" onClick={() => onChange({ followUp: true, due, what: what.slice(0, longestWhat) })}>
              {t('followUp.use', { date: formatDay(due), what })}
            </Button>
          ))}
        </div>
      )}
      {draft.followUp && (
        <div className="field-pair">
          <DateField
            label={t('followUp.due')}
            value={draft.due}
            onChange={(due) => onChange({ due })}
            latestYear={Number(today.slice(0, 4)) + 20}
            error={dueError}
          />
          <TextField label={t('followUp.what')} value={draft.what} onChange={(what) => onChange({ what })} error={whatError} input={{ maxLength: longestWhat }} />
        </div>
      )}
    </>
  );
}

const longestWhat = 200;
