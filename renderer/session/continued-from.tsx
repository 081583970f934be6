import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { formatDay } from '../ui/dates.ts';
import { RefusalAlert } from '../ui/error-state.tsx';

/** The session this one goes on from, and what was still to be done about it; nothing for a session that begins by itself. */
export function ContinuedFrom({ session: { continues } }: { session: SessionDetail }) {
  const { t } = useTranslation(['session', 'records']);
  const settle = useDeskAction('settleFollowUp');
  if (!continues) return null;
  return (
    <section className="side-part" aria-label={t('workspace.continues')}>
      <h2>{t('workspace.continues')}</h2>
      <ButtonLink to={paths.archived(continues.id)} kind="quiet">
        {t('number', { number: continues.number })}
      </ButtonLink>
      <ul className="side-list">
        {continues.openFollowUps.map(({ id, what, due }) => (
          <li key={id}>
            {what} <span className="side-note">{formatDay(due, 'long')}</span>
            <Button icon="check" kind="quiet" label={t('records:followUp.doneWhat', { what })} busy={settle.busy} onClick={() => void settle.run({ followUpId: id, state: 'done' })}>
              {t('records:followUp.done')}
            </Button>
          </li>
        ))}
      </ul>
      <RefusalAlert refusal={settle.refusal} />
    </section>
  );
}
