import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescription } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { FocusedHeading } from '../ui/focused-heading.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ToggleButtons } from '../ui/toggle-buttons.tsx';
import { useFocusTakenOver } from '../ui/use-focus-taken-over.ts';
import { CodiceFiscaleField } from './codice-fiscale-field.tsx';
import { leaveResident } from './known-resident.ts';
import { namesDisagree } from './person-draft.ts';
import type { DraftProblems, PersonDraft } from './person-draft.ts';
import { IdentityFields, RoleFields } from './person-part-fields.tsx';
import type { PartProps } from './person-part-fields.tsx';
import { useCodeReading } from './use-code-reading.ts';

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
  const surname = useRef<HTMLInputElement>(null);
  const givenName = useRef<HTMLInputElement>(null);
  const identity = useRef<HTMLSelectElement>(null);
  const { said, type, read, goOn, typeName, onNameKey } = useCodeReading(draft, onChange, { surname, givenName, identity });
  const unlink = () => {
    onChange(leaveResident(draft));
    surname.current?.focus();
  };
  const sentence = (field: keyof PersonDraft) => problems[field] && t(`problem.${problems[field]}`);
  return (
    <>
      {title !== undefined && <FocusedHeading>{title}</FocusedHeading>}
      <CodiceFiscaleField
        value={draft.codiceFiscale}
        onType={type}
        onRead={read}
        onDone={goOn}
        error={sentence('codiceFiscale')}
      />
      <output className="visually-hidden">{said}</output>
      {draft.residentId && <LinkedResident onUnlink={unlink} />}
      <div className="field-pair">
        <TextField
          ref={surname}
          label={t('surname')}
          value={draft.surname}
          onChange={(text) => typeName('surname', text)}
          input={{ maxLength: 80, onKeyDown: onNameKey }}
        />
        <TextField
          ref={givenName}
          label={t('givenName')}
          value={draft.givenName}
          onChange={(text) => typeName('givenName', text)}
          note={namesDisagree(draft) && t('namesDisagree')}
          input={{ maxLength: 80, onKeyDown: onNameKey }}
        />
      </div>
      <BirthFields draft={draft} onChange={onChange} error={sentence('birthDate')} />
      <div className="field-pair">
        <RoleFields draft={draft} onChange={onChange} error={sentence('relation')} />
        <IdentityFields ref={identity} draft={draft} onChange={onChange} />
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
        left={draft.birthDateTyped}
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
