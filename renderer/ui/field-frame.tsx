import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';

/** What every field is given. `error` is a sentence fit for the screen; the typed text always stays. */
export interface FieldTexts {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Something to know that is not an error: caps lock, what was understood. Announced when it appears. */
  note?: ReactNode;
  optional?: boolean;
}

/** Ids that tie a field to its hint, its error and its note. */
export function useFieldIds({ hint, error, note }: Pick<FieldTexts, 'hint' | 'error' | 'note'>) {
  const id = useId();
  const ids = { input: id, hint: `${id}-hint`, error: `${id}-error`, note: `${id}-note` };
  const describedBy = [hint && ids.hint, error && ids.error, note && ids.note].filter(Boolean).join(' ') || undefined;
  return { ...ids, attributes: { 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined } as const };
}
type FieldIds = ReturnType<typeof useFieldIds>;

/** The words of a label; "(facoltativo)" after it where the field may stay empty. */
export function LabelText({ label, optional = false }: Pick<FieldTexts, 'label' | 'optional'>) {
  const { t } = useTranslation('ui');
  return (
    <>
      {label} {optional && <span className="field-optional">{t('optional')}</span>}
    </>
  );
}

export function FieldHint({ ids, hint }: { ids: FieldIds; hint: ReactNode }) {
  return hint ? (
    <p id={ids.hint} className="field-hint">
      {hint}
    </p>
  ) : null;
}

/** The two places below a field. They are always there, so that what appears in them is announced. */
export function FieldMessages({ ids, error, note }: { ids: FieldIds } & Pick<FieldTexts, 'error' | 'note'>) {
  return (
    <>
      <div role="alert">
        {error && (
          <p id={ids.error} className="field-error">
            <Icon name="error" />
            <span>{error}</span>
          </p>
        )}
      </div>
      <div aria-live="polite">
        {note && (
          <div id={ids.note} className="field-note">
            {note}
          </div>
        )}
      </div>
    </>
  );
}
