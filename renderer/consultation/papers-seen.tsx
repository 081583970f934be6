import { useTranslation } from 'react-i18next';
import type { ConsultationRecord } from '../../shared/session/consultation-view.ts';
import { formatTime } from '../ui/dates.ts';

/** What remains of the papers shown in a session's calls: which were opened, and when. */
export function PapersSeen({ consultations }: { consultations: readonly ConsultationRecord[] }) {
  const { t } = useTranslation('papers');
  const seen = consultations.flatMap(({ id, notes }) => notes.flatMap((note, place) => (note.kind === 'paper-seen' ? [{ key: `${id} ${place}`, ...note }] : [])));
  if (seen.length === 0) return null;
  return (
    <>
      <h3>{t('record.title')}</h3>
      <ul className="side-list">
        {seen.map(({ key, label, at }) => (
          // Retention leaves a dash for the label.
          <li key={key}>{label === '-' ? t('record.wiped', { time: formatTime(at) }) : t('record.seen', { label, time: formatTime(at) })}</li>
        ))}
      </ul>
    </>
  );
}
