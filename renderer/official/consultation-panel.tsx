import { useTranslation } from 'react-i18next';
import type { OfficialConsultation, OfficialHubView } from '../../shared/hub/hub-views.ts';
import { Badge } from '../ui/badge.tsx';
import { CallPlace } from './call-place.tsx';
import { ChecklistView } from './checklist-view.tsx';
import { ConsultationActions } from './consultation-actions.tsx';
import { QuestionCard } from './question-card.tsx';
import { WrapUpForm } from './wrap-up-form.tsx';

/** One question: before it is taken, while its call runs, and after it, until its result is written. */
export function ConsultationPanel({ consultation, view }: { consultation: OfficialConsultation; view: OfficialHubView }) {
  const { t } = useTranslation(['official', 'hub']);
  const active = consultation.state === 'active' && consultation.mine;
  const over = consultation.state === 'ended' && consultation.mine;
  return (
    <>
      <header className="consultation-header">
        <h1>{consultation.deskName}</h1>
        <p>{t(`hub:topic.${consultation.question.topic}`)}</p>
        <Badge kind={active ? 'good' : 'plain'}>{t(`hub:state.${consultation.state}`)}</Badge>
        {!consultation.deskConnected && <Badge kind="bad">{t('official:deskAway')}</Badge>}
      </header>
      {active && consultation.call && <CallPlace key={consultation.call.callId} call={consultation.call} consultation={consultation} />}
      <ConsultationActions consultation={consultation} view={view} />
      <div className="consultation-columns">
        <div>
          <QuestionCard consultation={consultation} />
          {consultation.checklist && <ChecklistView checklist={consultation.checklist} />}
        </div>
        {(active || over) && <WrapUpForm consultation={consultation} />}
      </div>
    </>
  );
}
