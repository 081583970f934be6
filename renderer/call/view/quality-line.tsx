import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../shared/call/quality.ts';
import { Badge } from '../../ui/badge.tsx';
import type { CallSnapshot } from '../call-snapshot.ts';

/** How the line is, in words: good, weak and why, lost. */
export function QualityLine({ call, verdict }: { call: CallSnapshot; verdict: Verdict | undefined }) {
  const { t } = useTranslation('call');
  if (call.state.at !== 'live' && call.state.at !== 'bridging') return null;
  const lost = call.state.at === 'bridging' || verdict?.level === 'lost';
  const kind = lost ? 'bad' : verdict?.level === 'weak' ? 'warning' : 'good';
  return (
    <span aria-live="polite">
      <Badge kind={kind}>{lost ? t('quality.lost') : verdict?.level === 'weak' ? t(`quality.weak.${verdict.reason}`) : t('quality.good')}</Badge>
    </span>
  );
}
