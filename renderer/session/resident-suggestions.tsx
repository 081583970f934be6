import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseCodiceFiscale } from '../../shared/person/codice-fiscale.ts';
import type { ResidentFound } from '../../shared/person/person-schema.ts';
import { useDescription, useDeskQuery } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { formatDay, italianDay } from '../ui/dates.ts';
import { Row, Rows } from '../ui/rows.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { takeResident } from './known-resident.ts';
import type { PersonDraft } from './person-draft.ts';
import { personName } from './session-words.ts';

/** What to look residents up by: a valid codice fiscale, otherwise a name of three letters or more. */
function searchText({ codiceFiscale, surname, givenName }: PersonDraft): string {
  const reading = parseCodiceFiscale(codiceFiscale);
  if (reading.ok) return reading.code.value;
  const name = `${surname} ${givenName}`.trim();
  return name.length >= 3 ? name : '';
}

/** People seen at this desk before who may be the one being typed. */
export function ResidentSuggestions({ draft, onPick }: { draft: PersonDraft; onPick: (draft: PersonDraft) => void }) {
  const { today } = useDescription();
  const text = useSettled(searchText(draft));
  return text === '' ? null : <Suggestions text={text} onPick={(found) => onPick(takeResident(draft, found, today))} />;
}

function Suggestions({ text, onPick }: { text: string; onPick: (found: ResidentFound) => void }) {
  const { t } = useTranslation('intake');
  const query = useDeskQuery('findResidents', { text });
  const [shown, setShown] = useState<readonly ResidentFound[]>([]);
  if (query.state === 'ready' && query.value !== shown) setShown(query.value);
  return (
    <section className="side-part suggestions" aria-live="polite" aria-label={t('foundTitle')}>
      {shown.length > 0 && (
        <>
          <h2>{t('foundTitle')}</h2>
          <Rows label={t('foundTitle')}>
            {shown.map((found) => {
              const who = personName(found.details);
              const seen = t('foundLine', { count: found.sessions, date: formatDay(italianDay(found.lastSeenAt)) });
              const birth = found.details.birthDate === undefined ? '' : `${formatDay(found.details.birthDate)} · `;
              return (
                <Row key={found.residentId} title={who} note={birth + seen}>
                  <Button icon="check" label={t('foundPickWho', { who })} onClick={() => onPick(found)}>
                    {t('foundPick')}
                  </Button>
                </Row>
              );
            })}
          </Rows>
        </>
      )}
    </section>
  );
}
