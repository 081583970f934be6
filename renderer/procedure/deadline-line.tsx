import { useTranslation } from 'react-i18next';
import type { ProcedureTexts } from '../../shared/procedure/procedure-texts.ts';
import type { StandingDeadline } from '../../shared/procedure/run-view.ts';
import { formatDay } from '../ui/dates.ts';

interface DeadlineLineProps {
  deadline: StandingDeadline;
  texts: ProcedureTexts;
  open?: boolean;
  /** Days of several procedures stand together: names this one's. */
  ofMany?: boolean;
}

/** A day computed by the procedure: the day, what it is, how far off, and the rule behind it. `open` shows the rule at once. */
export function DeadlineLine({ deadline, texts, open = false, ofMany = false }: DeadlineLineProps) {
  const { t } = useTranslation('procedure');
  const words = texts.deadlines[deadline.id];
  const { daysLeft } = deadline;
  const gone = deadline.kind === 'first-day' ? t('deadline.since', { count: -daysLeft }) : t('deadline.past', { count: -daysLeft });
  const left = daysLeft === 0 ? t('deadline.today') : daysLeft > 0 ? t('deadline.left', { count: daysLeft }) : gone;
  const tone = deadline.kind === 'last-day' && daysLeft < 0 ? 'past' : deadline.kind === 'last-day' && daysLeft <= 7 ? 'near' : 'far';
  return (
    <li className={`deadline deadline-${tone}`}>
      <p className="deadline-name">{words?.name ?? deadline.id}</p>
      {ofMany && <p className="side-note">{texts.title}</p>}
      <p className="deadline-day">
        <span>{t(`deadline.${deadline.kind}`)}</span> <strong>{formatDay(deadline.date, 'medium')}</strong>
      </p>
      <p className="deadline-left">{left}</p>
      <details open={open}>
        <summary>{t('deadline.rule')}</summary>
        <p>
          {words?.rule} ({t('deadline.from', { date: formatDay(deadline.from) })})
        </p>
      </details>
    </li>
  );
}
