import { useTranslation } from 'react-i18next';
import type { SessionPerson } from '../../shared/person/person-schema.ts';
import { Button } from '../ui/button.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { personName, usePart } from './session-words.ts';

interface PeopleAtDeskProps {
  people: readonly SessionPerson[];
  editing: string | undefined;
  onEdit: (person: SessionPerson) => void;
  onRemove: (person: SessionPerson) => void;
}

/** The people already written down in the session. */
export function PeopleAtDesk({ people, editing, onEdit, onRemove }: PeopleAtDeskProps) {
  const { t } = useTranslation(['intake', 'session']);
  const part = usePart();
  if (people.length === 0) return null;
  return (
    <Rows label={t('people')}>
      {people.map((person) => {
        const who = personName(person.details) || t('session:who.unknown');
        return (
          <Row key={person.id} title={who} note={person.id === editing ? t('beingEdited') : part(person)}>
            <Button kind="quiet" icon="pencil" label={t('edit', { who })} onClick={() => onEdit(person)}>
              {t('editShort')}
            </Button>
            <Button kind="quiet" icon="trash" label={t('remove', { who })} onClick={() => onRemove(person)}>
              {t('removeShort')}
            </Button>
          </Row>
        );
      })}
    </Rows>
  );
}
