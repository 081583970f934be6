import { useTranslation } from 'react-i18next';
import type { OfficialHubView } from '../../shared/hub/hub-views.ts';
import { formatTime } from '../ui/dates.ts';

/** What this official had today, the latest first. */
export function DayList({ day }: { day: OfficialHubView['day'] }) {
  const { t } = useTranslation(['official', 'hub']);
  if (day.length === 0) return null;
  return (
    <details className="day">
      <summary>{t('official:day', { count: day.length })}</summary>
      <ul>
        {day.map((line) => (
          <li key={line.id}>
            <strong>{formatTime(line.claimedAt)}</strong> {line.deskName}, {t(`hub:topic.${line.topic}`)}
            <span>{line.outcome !== null ? t(`hub:outcome.${line.outcome}`) : line.endReason !== null ? t(`hub:end.${line.endReason}`) : t('hub:state.active')}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
