import { useTranslation } from 'react-i18next';
import type { ConsultationRecord } from '../../shared/session/consultation-view.ts';
import { Badge } from '../ui/badge.tsx';
import { formatTime } from '../ui/dates.ts';

/** What an official answered, or why the question came back; nothing while it is under way. */
export function WrapUpNote({ consultation }: { consultation: ConsultationRecord }) {
  const { t } = useTranslation(['consultation', 'hub']);
  const { wrapUp, decline } = consultation;
  if (wrapUp === null) return decline === null ? null : <p>{t('consultation:card.declined', { reason: t(`hub:decline.${decline}`) })}</p>;
  return (
    <div className="wrap-up-note">
      <h3>{t('consultation:card.wrapUpFrom', { time: formatTime(wrapUp.at) })}</h3>
      <Badge kind="strong">{t(`hub:outcome.${wrapUp.outcome}`)}</Badge>
      {wrapUp.words !== null && wrapUp.words.toDo !== '' && (
        <p>
          <strong>{t('consultation:card.toDo')}</strong> {wrapUp.words.toDo}
        </p>
      )}
    </div>
  );
}
