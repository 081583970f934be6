import { useTranslation } from 'react-i18next';
import type { FollowUp } from '../../shared/session/session-view.ts';
import { useDescription, useDeskAction } from '../desk/desk-context.tsx';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { daysBetween, formatDay } from '../ui/dates.ts';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Row } from '../ui/rows.tsx';

/** One reminder: when, what, and done or called off. `who` says of whom, outside the session's own page. */
export function FollowUpRow({ followUp, who, children }: { followUp: FollowUp; who?: string; children?: React.ReactNode }) {
  const { t } = useTranslation('records');
  const settle = useDeskAction('settleFollowUp');
  const { id, what, due, state } = followUp;
  const note = [who, formatDay(due, 'long')].filter(Boolean).join(' · ');
  return (
    <Row title={what} note={note}>
      {state === 'open' ? <DueBadge due={due} /> : <Badge>{t(`followUp.state.${state}`)}</Badge>}
      <div className="row-actions">
        {children}
        {state === 'open' && (
          <>
            <Button kind="quiet" label={t('followUp.cancelWhat', { what })} busy={settle.busy} onClick={() => void settle.run({ followUpId: id, state: 'cancelled' })}>
              {t('followUp.cancel')}
            </Button>
            <Button icon="check" label={t('followUp.doneWhat', { what })} busy={settle.busy} onClick={() => void settle.run({ followUpId: id, state: 'done' })}>
              {t('followUp.done')}
            </Button>
          </>
        )}
      </div>
      <RefusalAlert refusal={settle.refusal} />
    </Row>
  );
}

function DueBadge({ due }: { due: string }) {
  const { t } = useTranslation('records');
  const left = daysBetween(useDescription().today, due);
  if (left < 0) return <Badge kind="bad">{t('followUp.overdue', { count: -left })}</Badge>;
  return left === 0 ? <Badge kind="warning">{t('followUp.dueToday')}</Badge> : <Badge>{t('followUp.left', { count: left })}</Badge>;
}
