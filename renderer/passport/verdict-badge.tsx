import { useTranslation } from 'react-i18next';
import type { PassportVerdict } from '../../shared/session/network-passport.ts';
import { Badge } from '../ui/badge.tsx';

const looks = {
  green: { kind: 'good', icon: 'checkCircle' },
  amber: { kind: 'warning', icon: 'warning' },
  red: { kind: 'bad', icon: 'close' },
  'not-tried': { kind: 'plain', icon: 'minus' },
} as const satisfies Record<PassportVerdict, object>;

/** Mark and word say what the colour says: on paper there is none. */
export function VerdictBadge({ verdict }: { verdict: PassportVerdict }) {
  const { t } = useTranslation('passport');
  return <Badge {...looks[verdict]}>{t(`verdict.${verdict}`)}</Badge>;
}
