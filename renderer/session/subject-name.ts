import { useTranslation } from 'react-i18next';
import type { SessionPerson } from '../../shared/person/person-schema.ts';
import type { DocumentNeed } from '../../shared/procedure/run-view.ts';
import { personName } from './session-words.ts';

/** Whom a paper is about: the person's name where it is known, otherwise the part they play. */
export function useSubjectName(people: readonly SessionPerson[]): (need: Pick<DocumentNeed, 'subject' | 'role'>) => string {
  const { t } = useTranslation('session');
  return ({ subject, role }) => {
    const person = people.find(({ id }) => id === subject);
    const name = person && personName(person.details);
    return name ? name : t(`role.${role}`);
  };
}
