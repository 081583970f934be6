import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LegRecord, LegSummary } from '../../shared/session/consultation-view.ts';
import { formatTime } from '../ui/dates.ts';

/** One stretch of a conversation by one medium: when, why it ended, and how its line was. */
export function LegLine({ leg: { medium, openedAt, closedAt, reason, summary } }: { leg: LegRecord }) {
  const { t } = useTranslation(['consultation', 'call', 'hub']);
  const words = { medium: t(`hub:medium.${medium}`), from: formatTime(openedAt) };
  const when = closedAt === null ? t('consultation:held.legOpen', words) : t('consultation:held.leg', { ...words, to: formatTime(closedAt) });
  const quality = summary === null ? [] : qualityWords(summary, t);
  return (
    <li>
      {when}
      {reason !== null && `: ${t(`call:leg.${reason}`)}`}
      {quality.length > 0 && <span className="side-note"> {quality.join(' · ')}</span>}
    </li>
  );
}

const seconds = (milliseconds: number): string => (milliseconds / 1_000).toLocaleString('it-IT', { maximumFractionDigits: 1 });

/** Only what was measured, and of troubles only those there were. */
function qualityWords({ setupMs, reconnections, relayed, rttMedian, lossP95, frozenMs, secondsAudioOnly }: LegSummary, t: TFunction<['consultation', 'call', 'hub']>): readonly string[] {
  return [
    setupMs !== null && t('consultation:held.setUp', { seconds: seconds(setupMs) }),
    reconnections > 0 && t('consultation:held.back', { count: reconnections }),
    relayed !== null && t(relayed ? 'consultation:held.relayed' : 'consultation:held.direct'),
    rttMedian !== null && t('consultation:held.roundTrip', { ms: Math.round(rttMedian) }),
    lossP95 !== null && lossP95 > 0 && t('consultation:held.loss', { percent: Math.round(lossP95 * 100) }),
    frozenMs >= 500 && t('consultation:held.frozen', { seconds: seconds(frozenMs) }),
    secondsAudioOnly > 0 && t('consultation:held.soundOnly', { seconds: secondsAudioOnly }),
  ].filter((words) => words !== false);
}
