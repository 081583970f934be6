import { useTranslation } from 'react-i18next';
import type { ProcedureCard } from '../../shared/desk/desk-view.ts';
import { Badge } from '../ui/badge.tsx';
import { formatDay } from '../ui/dates.ts';

const freshnessKinds = { 'review-due': 'warning', expired: 'bad' } as const;
const freshnessIcons = { 'review-due': 'clock', expired: 'warning' } as const;

interface ProcedureCardButtonProps {
  card: ProcedureCard;
  digit: number | undefined;
  inSession: boolean;
  onChoose: () => void;
}

/** A procedure to choose: what it is for, how far the desk goes with it, when its rules want a fresh look. The whole card is the button. */
export function ProcedureCardButton({ card, digit, inSession, onChoose }: ProcedureCardButtonProps) {
  const { t } = useTranslation('procedure');
  return (
    <button type="button" className="procedure-card" aria-keyshortcuts={digit?.toString()} onClick={onChoose}>
      <span className="procedure-card-title">
        {digit !== undefined && <kbd aria-hidden="true">{digit}</kbd>}
        {card.title}
      </span>
      <span className="procedure-card-purpose">{card.purpose}</span>
      <span className="procedure-card-tags">
        {inSession && <Badge kind="strong">{t('choose.inSession')}</Badge>}
        <Badge>{t(`role.${card.deskRole}`)}</Badge>
        {card.sensitivity !== 'ordinary' && <Badge icon="lock">{t(`sensitivity.${card.sensitivity}`)}</Badge>}
        {card.freshness !== 'fresh' && (
          <Badge kind={freshnessKinds[card.freshness]} icon={freshnessIcons[card.freshness]}>
            {t(`freshness.${card.freshness}`, { date: formatDay(card.verifiedOn) })}
          </Badge>
        )}
      </span>
    </button>
  );
}
