import { useTranslation } from 'react-i18next';
import type { SessionEvent } from '../../shared/session/session-view.ts';
import { formatInstant } from '../ui/dates.ts';

/** The session's story from the journal, oldest first; closed until asked for. */
export function SessionStory({ events }: { events: readonly SessionEvent[] }) {
  const { t, i18n } = useTranslation('records');
  const words = (event: string) => (i18n.exists(`records:event.${event}`) ? i18n.t(`records:event.${event}` as 'records:event.session-opened') : event);
  return (
    <details className="run-more">
      <summary>{t('detail.story')}</summary>
      <ol className="story">
        {events.map(({ seq, at, clerkName, event }) => (
          <li key={seq}>
            <span className="story-when">{formatInstant(at)}</span> {words(event)} <span className="side-note">{clerkName}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
