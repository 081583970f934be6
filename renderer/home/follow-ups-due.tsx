import { useTranslation } from 'react-i18next';
import type { FollowUp } from '../../shared/session/session-view.ts';
import { paths } from '../desk/paths.ts';
import { FollowUpRow } from '../records/follow-up-row.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Section } from '../ui/page.tsx';
import { Rows } from '../ui/rows.tsx';

/** Reminders that fall due today or are late, and the way to all the others. */
export function FollowUpsDue({ followUps }: { followUps: readonly FollowUp[] }) {
  const { t } = useTranslation(['home', 'session', 'records']);
  const title = t('followUps.title', { count: followUps.length });
  return (
    <Section title={title}>
      {followUps.length === 0 ? (
        <EmptyState>{t('followUps.none')}</EmptyState>
      ) : (
        <Rows label={title}>
          {followUps.map((followUp) => (
            <FollowUpRow key={followUp.id} followUp={followUp} who={`${followUp.who || t('session:who.unknown')} · ${followUp.sessionNumber}`}>
              <ButtonLink to={paths.archived(followUp.sessionId)} label={t('records:followUp.continueWho', { number: followUp.sessionNumber })}>
                {t('records:followUp.continue')}
              </ButtonLink>
            </FollowUpRow>
          ))}
        </Rows>
      )}
      <p className="after-rows">
        <ButtonLink to={paths.followUps} kind="quiet" icon="calendar">
          {t('followUps.all')}
        </ButtonLink>
      </p>
    </Section>
  );
}
