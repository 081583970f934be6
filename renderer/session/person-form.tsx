import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { identityDocuments, isIdentityPaper, personRoles } from '../../shared/session/closed-lists.ts';
import { useDescription } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { FocusedHeading } from '../ui/focused-heading.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ToggleButtons } from '../ui/toggle-buttons.tsx';
import { useFocusTakenOver } from '../ui/use-focus-taken-over.ts';
import { CodiceFiscaleField } from './codice-fiscale-field.tsx';
import { namesDisagree, needsRelation, takeCode } from './person-draft.ts';
import type { DraftProblems, PersonDraft } from './person-draft.ts';

interface PersonFormProps {
  draft: PersonDraft;
  onChange: (draft: PersonDraft) => void;
  problems: DraftProblems;
  /** Whom the form is about, when others are already at the desk; takes the focus when it changes. */
  title: string | undefined;
}

/** One person's details, each of them optional. */
export function PersonForm({ draft, onChange, problems, title }: PersonFormProps) {
  const { t } = useTranslation(['intake', 'session']);
  const { today } = useDescription();
  const sentence = (field: keyof PersonDraft) => problems[field] && t(`problem.${problems[field]}`);
  return (
    <>
      {title !== undefined && <FocusedHeading>{title}</FocusedHeading>}
      <CodiceFiscaleField
        value={draft.codiceFiscale}
        onType={(text) => onChange({ ...draft, codiceFiscale: text })}
        onRead={(text) => onChange(takeCode(draft, text, today))}
        error={sentence('codiceFiscale')}
      />
      {draft.residentId && <LinkedResident onUnlink={() => onChange({ ...draft, residentId: undefined })} />}
      <div className="field-pair">
        <TextField label={t('surname')} value={draft.surname} onChange={(surname) => onChange({ ...draft, surname })} input={{ maxLength: 80 }} />
        <TextField
          label={t('givenName')}
          value={draft.givenName}
          onChange={(givenName) => onChange({ ...draft, givenName })}
          note={namesDisagree(draft) && t('namesDisagree')}
          input={{ maxLength: 80 }}
        />
      </div>
      <BirthFields draft={draft} onChange={onChange} error={sentence('birthDate')} />
      <div className="field-pair">
        <RoleFields draft={draft} onChange={onChange} error={sentence('relation')} />
        <IdentityFields draft={draft} onChange={onChange} />
      </div>
    </>
  );
}

/** Says that the person is one already seen here. Picking them took away the button that had the focus: it comes here. */
function LinkedResident({ onUnlink }: { onUnlink: () => void }) {
  const { t } = useTranslation('intake');
  const words = useRef<HTMLParagraphElement>(null);
  useFocusTakenOver(words);
  return (
    <p ref={words} tabIndex={-1} className="linked-resident">
      {t('foundLinked')}
      <Button kind="quiet" onClick={onUnlink}>
        {t('unlink')}
      </Button>
    </p>
  );
}

interface PartProps {
  draft: PersonDraft;
  onChange: (draft: PersonDraft) => void;
}

function BirthFields({ draft, onChange, error }: PartProps & { error: string | undefined }) {
  const { t } = useTranslation('intake');
  const { today } = useDescription();
  const isProposed = draft.birthDate !== undefined && draft.birthDate === draft.proposed.birthDate;
  return (
    <div className="field-pair">
      <DateField
        label={t('birthDate')}
        value={draft.birthDate}
        onChange={(birthDate, birthDateTyped) => onChange({ ...draft, birthDate, birthDateTyped })}
        latestYear={Number(today.slice(0, 4))}
        error={error}
        note={isProposed && t('proposed')}
      />
      <ToggleButtons
        label={t('sex')}
        value={draft.sex || undefined}
        onChange={(sex) => onChange({ ...draft, sex: sex ?? '' })}
        options={[
          { value: 'F', text: t('sexF') },
          { value: 'M', text: t('sexM') },
        ]}
      />
    </div>
  );
}

function RoleFields({ draft, onChange, error }: PartProps & { error: string | undefined }) {
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

function IdentityFields({ draft, onChange }: PartProps) {
  const { t } = useTranslation(['intake', 'session']);
  const options = identityDocuments.map((value) => ({ value, text: t(`session:identity.${value}`) }));
  const isPaper = draft.document !== '' && isIdentityPaper(draft.document);
  return (
    <>
      <SelectField
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
