import { useTranslation } from 'react-i18next';
import type { IdentitySeen } from '../../shared/person/person-schema.ts';
import { isIdentityPaper } from '../../shared/session/closed-lists.ts';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { paths } from '../desk/paths.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { personName, usePart } from './session-words.ts';

/** Who is at the desk, with what was seen of each. */
export function PeoplePanel({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('session');
  const part = usePart();
  const seen = ({ document, inDate }: IdentitySeen) => {
    const name = t(`identity.${document}`);
    if (inDate === null && isIdentityPaper(document)) return t('workspace.dateUnseen', { document: name });
    return inDate === false ? t('workspace.expired', { document: name }) : name;
  };
  return (
    <section className="side-part" aria-label={t('workspace.people')}>
      <h2>{t('workspace.people')}</h2>
      {session.people.length === 0 && <p>{t('workspace.noPeople')}</p>}
      <ul className="people">
        {session.people.map(({ details, identity, returning, ...person }) => (
          <li key={person.id}>
            <Icon name="user" />
            <span>
              <strong>{personName(details) || t('who.unknown')}</strong>
              <span>{part(person)}</span>
              {identity && identity.document !== 'none' && <span className="person-seen">{seen(identity)}</span>}
              {returning && <span>{t('workspace.returning')}</span>}
            </span>
          </li>
        ))}
      </ul>
      <ButtonLink to={paths.people(session.id)} kind="quiet" icon="pencil" label={t('workspace.peopleEdit')}>
        {t('workspace.peopleChange')}
      </ButtonLink>
    </section>
  );
}
