import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { identityDocuments, isIdentityPaper, personRoles } from '../../shared/session/closed-lists.ts';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ToggleButtons } from '../ui/toggle-buttons.tsx';
import { needsRelation } from './person-draft.ts';
import type { PersonDraft } from './person-draft.ts';

/** A part of the form about one person. */
export interface PartProps {
  draft: PersonDraft;
  onChange: (draft: PersonDraft) => void;
}

/** The part a person plays at the desk, with the tie to the main person where the part alone says nothing. */
export function RoleFields({ draft, onChange, error }: PartProps & { error: string | undefined }) {
  const { t } = useTranslation(['intake', 'session']);
  const options = personRoles.map((value) => ({ value, text: t(`session:role.${value}`) }));
  return (
    <>
      <SelectField
        label={t('role')}
        value={draft.role}
        onChange={(chosen) => onChange({ ...draft, role: personRoles.find((role) => role === chosen) ?? draft.role })}
        options={options}
      />
      {needsRelation(draft.role) && (
        <TextField
          label={t('relation')}
          note={t('relationHint')}
          optional={draft.role === 'companion'}
          value={draft.relation}
          onChange={(relation) => onChange({ ...draft, relation })}
          error={error}
          input={{ maxLength: 60 }}
        />
      )}
    </>
  );
}

/** Which document was seen, and whether it is in date; never a copy. */
export function IdentityFields({ draft, onChange, ref }: PartProps & { ref: Ref<HTMLSelectElement> }) {
  const { t } = useTranslation(['intake', 'session']);
  const options = identityDocuments.map((value) => ({ value, text: t(`session:identity.${value}`) }));
  const isPaper = draft.document !== '' && isIdentityPaper(draft.document);
  return (
    <>
      <SelectField
        ref={ref}
        label={t('identity')}
        note={t('identityHint')}
        placeholder={t('identityNone')}
        value={draft.document}
        onChange={(chosen) => onChange({ ...draft, inDate: '', document: identityDocuments.find((document) => document === chosen) ?? '' })}
        options={options}
      />
      {isPaper && (
        <ToggleButtons
          label={t('inDate')}
          value={draft.inDate || undefined}
          onChange={(inDate) => onChange({ ...draft, inDate: inDate ?? '' })}
          options={[
            { value: 'yes', text: t('inDateYes') },
            { value: 'no', text: t('inDateNo') },
          ]}
        />
      )}
    </>
  );
}
