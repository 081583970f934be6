import { useTranslation } from 'react-i18next';
import type { NetworkPassport } from '../../shared/session/network-passport.ts';
import { worstVerdict } from '../../shared/session/passport-verdicts.ts';
import { formatDay, italianDay } from '../ui/dates.ts';
import { VerdictBadge } from './verdict-badge.tsx';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

interface PassportWeekProps {
  passports: readonly NetworkPassport[];
  shown: NetworkPassport | undefined;
  onShow: (weekday: number) => void;
}

/** The seven days, each as last tried, and which of them is shown. */
export function PassportWeek({ passports, shown, onShow }: PassportWeekProps) {
  const { t } = useTranslation('passport');
  return (
    <section className="no-print" aria-label={t('week.title')}>
      <h2>{t('week.title')}</h2>
      <p>{t('week.why')}</p>
      <ul className="passport-week">
        {weekdays.map((weekday) => {
          const passport = passports.find((one) => one.weekday === weekday);
          return <li key={weekday}>{passport ? <TriedDay passport={passport} pressed={passport === shown} onShow={() => onShow(weekday)} /> : <NeverTried weekday={weekday} />}</li>;
        })}
      </ul>
    </section>
  );
}

function TriedDay({ passport, pressed, onShow }: { passport: NetworkPassport; pressed: boolean; onShow: () => void }) {
  const { t } = useTranslation('passport');
  return (
    <button type="button" className="toggle" aria-pressed={pressed} onClick={onShow}>
      <span>
        <strong>{t(`week.day.${passport.weekday as (typeof weekdays)[number]}`)}</strong> {formatDay(italianDay(passport.at))}
      </span>
      <VerdictBadge verdict={worstVerdict(passport.results)} />
    </button>
  );
}

function NeverTried({ weekday }: { weekday: (typeof weekdays)[number] }) {
  const { t } = useTranslation('passport');
  return (
    <div className="passport-never">
      <strong>{t(`week.day.${weekday}`)}</strong> {t('week.never')}
    </div>
  );
}
