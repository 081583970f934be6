import { useTranslation } from 'react-i18next';
import type { OfficialConsultation } from '../../shared/hub/hub-views.ts';
import { Badge } from '../ui/badge.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';

/** The prepared question: what was done, what blocks, what is asked; and how the resident was identified. */
export function QuestionCard({ consultation }: { consultation: OfficialConsultation }) {
  const { t } = useTranslation(['official', 'hub']);
  const { question } = consultation;
  return (
    <section className="question" aria-label={t('official:question')}>
      <p className="question-asked">{question.asked}</p>
      <DefinitionList
        pairs={[
          [t('official:done'), question.done],
          [t('official:blocked'), question.blocked],
          [t('official:identity'), t(`hub:identified.${question.identified}`)],
          [t('official:language'), t(`hub:language.${question.language}`)],
        ]}
      />
      <p className="queue-marks">
        {question.preferential && <Badge kind="strong">{t('official:preferential')}</Badge>}
        {question.urgency === 'deadline' && <Badge kind="warning">{t('official:deadline')}</Badge>}
      </p>
    </section>
  );
}
