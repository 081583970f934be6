import { FieldHint, FieldMessages, LabelText, useFieldIds } from './field-frame.tsx';
import type { FieldTexts } from './field-frame.tsx';

export interface Choice<Value extends string> {
  value: Value;
  title: string;
  note?: string;
}

interface ChoiceCardsProps<Value extends string> extends FieldTexts {
  value: Value | undefined;
  onChange: (value: Value) => void;
  choices: readonly Choice<Value>[];
  /** Hides the question when the screen's heading already asks it; readers still hear it. */
  labelHidden?: boolean;
  /** One under the other, for answers with a long note. */
  stacked?: boolean;
}

/** One answer out of a few, as large cards: the whole card is the target; arrow keys move, as radio buttons do. */
export function ChoiceCards<Value extends string>({ value, onChange, choices, labelHidden = false, stacked = false, ...texts }: ChoiceCardsProps<Value>) {
  const ids = useFieldIds(texts);
  return (
    <fieldset className="field choice-field" role="radiogroup" {...ids.attributes}>
      <legend className={labelHidden ? 'visually-hidden' : undefined}>
        <LabelText {...texts} />
      </legend>
      <FieldHint ids={ids} hint={texts.hint} />
      <div className={stacked ? 'choices choices-stacked' : 'choices'}>
        {choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input type="radio" name={ids.input} checked={value === choice.value} onChange={() => onChange(choice.value)} />
            <span>
              <strong>{choice.title}</strong>
              {choice.note && <span>{choice.note}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldMessages ids={ids} error={texts.error} note={texts.note} />
    </fieldset>
  );
}
