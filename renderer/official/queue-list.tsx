import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficialConsultation, OfficialHubView } from '../../shared/hub/hub-views.ts';
import { Badge } from '../ui/badge.tsx';
import { formatTime } from '../ui/dates.ts';
import { formatWait } from '../ui/duration.ts';

interface QueueListProps {
  view: OfficialHubView;
  shown: string | undefined;
  /** In a call nothing else is looked at. */
  locked: boolean;
  choose: (id: string) => void;
  toFinish: readonly OfficialConsultation[];
}

/** What waits, first come first; what was promised, by its time; what ended without its result. */
export function QueueList({ view, shown, locked, choose, toFinish }: QueueListProps) {
  const { t } = useTranslation('official');
  const waiting = view.queue.filter(({ state }) => state === 'waiting');
  const promised = view.queue.filter(({ state }) => state === 'promised');
  const part = (title: string, lines: readonly OfficialConsultation[]) =>
    lines.length > 0 && (
      <section className="queue" aria-label={title}>
        <h2>
          {title} <Badge>{lines.length}</Badge>
        </h2>
        <ol>
          {lines.map((line) => (
            <li key={line.id}>
              <QueueLine line={line} current={line.id === shown} locked={locked} choose={choose} />
            </li>
          ))}
        </ol>
      </section>
    );
  return (
    <>
      {part(t('toFinish'), toFinish)}
      {part(t('waiting'), waiting)}
      {part(t('promised'), promised)}
    </>
  );
}

function QueueLine({ line, current, locked, choose }: { line: OfficialConsultation; current: boolean; locked: boolean; choose: (id: string) => void }) {
  const { t } = useTranslation(['official', 'hub']);
  return (
    <button type="button" className="queue-line" aria-current={current || undefined} aria-disabled={locked || undefined} onClick={() => locked || choose(line.id)}>
      <strong>{line.deskName}</strong>
      <span>{t(`hub:topic.${line.question.topic}`)}</span>
      <span className="queue-marks">
        {line.question.preferential && <Badge kind="strong">{t('official:preferential')}</Badge>}
        {line.question.urgency === 'deadline' && <Badge kind="warning">{t('official:deadline')}</Badge>}
        {line.question.language !== 'it' && <Badge>{t(`hub:language.${line.question.language}`)}</Badge>}
        {!line.deskConnected && <Badge kind="bad">{t('official:deskAway')}</Badge>}
      </span>
      <span>{line.callBackAt === null ? <Since instant={line.askedAt} /> : t('official:callBackAt', { time: formatTime(line.callBackAt) })}</span>
    </button>
  );
}

/** How long somebody has waited, to the minute, by this computer's clock. */
function Since({ instant }: { instant: string }) {
  const { t } = useTranslation('official');
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000));
  return minutes === 0 ? t('justNow') : t('waitsFor', { time: formatWait(minutes * 60) });
}
