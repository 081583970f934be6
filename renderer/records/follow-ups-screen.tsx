import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUp } from '../../shared/session/session-view.ts';
import { useDescription, useDeskQuery } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { ButtonLink } from '../ui/button.tsx';
import { addDays } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { Rows } from '../ui/rows.tsx';
import { ToggleButtons } from '../ui/toggle-buttons.tsx';
import { FollowUpRow } from './follow-up-row.tsx';
import '../session/session.scss';

const periods = ['today', 'month', 'all'] as const;
type Period = (typeof periods)[number];
const endOfCalendar = '9999-12-31';

/** What is still to be done about sessions, the nearest first. */
export default function FollowUpsScreen() {
  const { t } = useTranslation('records');
  const { today } = useDescription();
  const [period, setPeriod] = useState<Period>('month');
  const until = { today, month: addDays(today, 30), all: endOfCalendar }[period];
  const query = useDeskQuery('listFollowUps', { until });
  return (
    <Page title={t('followUp.listTitle')}>
      <ToggleButtons
        label={t('followUp.period')}
        labelHidden
        value={period}
        onChange={(chosen) => chosen && setPeriod(chosen)}
        options={periods.map((value) => ({ value, text: t(`followUp.${value}`) }))}
      />
      <Loaded query={query}>{(followUps) => <FollowUpList followUps={followUps} />}</Loaded>
    </Page>
  );
}

function FollowUpList({ followUps }: { followUps: readonly FollowUp[] }) {
  const { t } = useTranslation(['records', 'session']);
  if (followUps.length === 0) return <EmptyState>{t('followUp.nonePeriod')}</EmptyState>;
  return (
    <Rows label={t('followUp.listTitle')}>
      {followUps.map((followUp) => (
        <FollowUpRow key={followUp.id} followUp={followUp} who={`${followUp.who || t('session:who.unknown')} · ${followUp.sessionNumber}`}>
          <ButtonLink to={paths.archived(followUp.sessionId)} label={t('followUp.continueWho', { number: followUp.sessionNumber })}>
            {t('followUp.continue')}
          </ButtonLink>
        </FollowUpRow>
      ))}
    </Rows>
  );
}
