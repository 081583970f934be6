import { useTranslation } from 'react-i18next';
import type { Office } from '../../shared/hub/hub-views.ts';
import { ChoiceCards } from '../ui/choice-cards.tsx';
import { formatWait } from '../ui/duration.ts';

/** The offices that follow the topic, each with who is there, who waits, and how long the last ones waited. */
export function OfficeChoice({ offices, chosen, choose }: { offices: readonly Office[]; chosen: string | undefined; choose: (id: string) => void }) {
  const { t } = useTranslation('consultation');
  if (offices.length === 0) return <p className="field-error">{t('ask.noOffice')}</p>;
  const note = (office: Office): string => {
    const there = office.available === 0 ? t('ask.nobodyThere') : t('ask.officials', { count: office.available });
    const wait = office.medianWait === null ? '' : t('ask.medianWait', { time: formatWait(Math.max(60, Math.round(office.medianWait / 60) * 60)) });
    return [there, t('ask.waiting', { count: office.waiting }), wait].filter(Boolean).join(' · ');
  };
  return <ChoiceCards label={t('ask.office')} value={chosen} onChange={choose} choices={offices.map((office) => ({ value: office.id, title: office.name, note: note(office) }))} />;
}
