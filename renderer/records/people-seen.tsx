import { useTranslation } from 'react-i18next';
import type { SessionPerson } from '../../shared/person/person-schema.ts';
import { isIdentityPaper } from '../../shared/session/closed-lists.ts';
import { Row, Rows } from '../ui/rows.tsx';
import { personName } from '../session/session-words.ts';

/** The people of a session and the paper each was identified with. */
export function PeopleSeen({ people }: { people: readonly SessionPerson[] }) {
  const { t } = useTranslation(['records', 'session']);
  const identityWords = ({ identity }: SessionPerson) => {
    if (!identity || identity.document === 'none') return undefined;
    const document = t(`session:identity.${identity.document}`);
    if (identity.inDate === null) return t(isIdentityPaper(identity.document) ? 'detail.seenUndated' : 'detail.seen', { document });
    return identity.inDate ? t('detail.seenInDate', { document }) : t('detail.seenExpired', { document });
  };
  if (people.length === 0) return <p>{t('detail.noPeople')}</p>;
  return (
    <Rows label={t('detail.people')}>
      {people.map((person) => (
        <Row
          key={person.id}
          title={personName(person.details) || t('session:who.unknown')}
          note={[t(`session:role.${person.role}`), person.relation, person.details.codiceFiscale, identityWords(person)].filter(Boolean).join(' · ')}
        />
      ))}
    </Rows>
  );
}
