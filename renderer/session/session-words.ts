import { useTranslation } from 'react-i18next';
import type { PersonDetails, SessionPerson } from '../../shared/person/person-schema.ts';
import type { SessionSummary } from '../../shared/session/session-view.ts';

/** Surname and given name, as lists write it, or an empty string when neither was written down. */
export const personName = ({ givenName, surname }: PersonDetails): string => [surname, givenName].filter(Boolean).join(' ');

/** Who a session is about, as any list may say it: a neutral word for anonymous and confidential sessions. */
export function useWho(): (session: Pick<SessionSummary, 'privacy' | 'who'>) => string {
  const { t } = useTranslation('session');
  return ({ privacy, who }) => who || (privacy === 'named' ? t('who.unknown') : t(`who.${privacy}`));
}

/** The part a person plays, with the tie to the main one where it was written: a nephew may be there as a delegate or not. */
export function usePart(): (person: Pick<SessionPerson, 'role' | 'relation'>) => string {
  const { t } = useTranslation('session');
  return ({ role, relation }) => (relation ? `${t(`role.${role}`)}: ${relation}` : t(`role.${role}`));
}
