import { useTranslation } from 'react-i18next';
import { FieldHint, FieldMessages, LabelText, useFieldIds } from './field-frame.tsx';
import type { FieldTexts } from './field-frame.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icon.tsx';

export interface Toggle<Value extends string> {
  value: Value;
  text: string;
  icon?: IconName;
  /** Shows the key that chooses it (see useAnswerKeys). */
  keyHint?: string;
}

interface ToggleButtonsProps<Value extends string> extends FieldTexts {
  value: Value | undefined;
  /** Gets undefined when the chosen one is pressed again. */
  onChange: (value: Value | undefined) => void;
  options: readonly Toggle<Value>[];
  labelHidden?: boolean;
  /** Large buttons, one answer being the whole of a step. */
  large?: boolean;
  /** The one being saved: not yet chosen, no longer untouched. */
  pending?: Value | undefined;
  /** The one proposed, still to be confirmed; stands out and says so, but is not pressed. */
  proposed?: Value | undefined;
}

/** A few answers side by side as buttons that stay pressed; the pressed one also carries a mark, not colour alone. */
export function ToggleButtons<Value extends string>({ value, onChange, options, labelHidden = false, large = false, pending, proposed, ...texts }: ToggleButtonsProps<Value>) {
  const ids = useFieldIds(texts);
  const { t } = useTranslation('ui');
  return (
    <fieldset className={large ? 'field toggles toggles-large' : 'field toggles'} aria-describedby={ids.attributes['aria-describedby']}>
      <legend className={labelHidden ? 'visually-hidden' : undefined}>
        <LabelText {...texts} />
      </legend>
      <FieldHint ids={ids} hint={texts.hint} />
      <div className="toggle-row">
        {options.map((option, index) => (
          <button
            key={option.value}
            type="button"
            className="toggle"
            aria-pressed={value === option.value}
            aria-busy={pending === option.value || undefined}
            aria-keyshortcuts={option.keyHint}
            data-value={option.value}
            data-proposed={proposed === option.value || undefined}
            data-invalid={(index === 0 && texts.error !== undefined) || undefined}
            onClick={() => onChange(value === option.value ? undefined : option.value)}
          >
            {value === option.value ? <Icon name="check" /> : option.icon && <Icon name={option.icon} />}
            <span>{option.text}</span>
            {proposed === option.value && <span className="toggle-proposed">{t('proposed')}</span>}
            {option.keyHint && <kbd aria-hidden="true">{option.keyHint}</kbd>}
          </button>
        ))}
      </div>
      <FieldMessages ids={ids} error={texts.error} note={texts.note} />
    </fieldset>
  );
}
