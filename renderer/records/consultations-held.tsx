import { useTranslation } from 'react-i18next';
import type { ConsultationRecord } from '../../shared/session/consultation-view.ts';
import { formatInstant, formatTime } from '../ui/dates.ts';
import { DefinitionList } from '../ui/definition-list.tsx';
import { Section } from '../ui/page.tsx';
import { LegLine } from './leg-line.tsx';

/** The record of a session's conversations with officials: what was asked and answered, by which ways, and how the line was. */
export function ConsultationsHeld({ consultations }: { consultations: readonly ConsultationRecord[] }) {
  const { t } = useTranslation('consultation');
  if (consultations.length === 0) return null;
  return (
    <Section title={t('held.title')}>
      {consultations.map((consultation) => (
        <Held key={consultation.id} consultation={consultation} />
      ))}
    </Section>
  );
}

function Held({ consultation }: { consultation: ConsultationRecord }) {
  const { t } = useTranslation(['consultation', 'hub']);
  const { officeName, officialName, question, askedAt, endedAt, endReason, decline, wrapUp, legs } = consultation;
  const why = decline !== null ? t(`hub:decline.${decline}`) : endReason !== null ? t(`hub:end.${endReason}`) : undefined;
  return (
    <article className="section-boxed archived" aria-label={officeName}>
      <h3>{officeName}</h3>
      <DefinitionList
        pairs={[
          [t('held.asked'), formatInstant(askedAt)],
          [t('held.official'), officialName ?? undefined],
          [t('held.question'), question.asked],
          [t('held.result'), wrapUp ? t(`hub:outcome.${wrapUp.outcome}`) : undefined],
          [t('held.toDo'), wrapUp?.words?.toDo],
          [t('held.ended'), [why, endedAt !== null && formatTime(endedAt)].filter(Boolean).join(', ')],
        ]}
      />
      {legs.length > 0 && (
        <>
          <h4>{t('held.legs')}</h4>
          <ul className="side-list">
            {legs.map((leg) => (
              <LegLine key={leg.id} leg={leg} />
            ))}
          </ul>
        </>
      )}
    </article>
  );
}
