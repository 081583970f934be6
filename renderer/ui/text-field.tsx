import { useState } from 'react';
import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { CharactersLeft } from './characters-left.tsx';
import { FieldHint, FieldMessages, LabelText, useFieldIds } from './field-frame.tsx';
import type { FieldTexts } from './field-frame.tsx';

interface TextFieldProps extends FieldTexts {
  value: string;
  onChange: (value: string) => void;
  width?: 'full' | 'short' | 'tiny';
  /** Large letters, for what is read to the resident or typed from a scanner. */
  large?: boolean;
  ref?: Ref<HTMLInputElement>;
  /** What stands right of the box, such as a button that belongs to it. */
  beside?: ReactNode;
  input?: Pick<
    InputHTMLAttributes<HTMLInputElement>,
    'type' | 'inputMode' | 'maxLength' | 'autoComplete' | 'autoCapitalize' | 'spellCheck' | 'onKeyDown' | 'onKeyUp' | 'onBlur' | 'list' | 'readOnly' | 'placeholder'
  >;
}

/** One line of text: label above, hint, and the error sentence beside it. The desk never lets the browser remember it. */
export function TextField({ value, onChange, width = 'full', large = false, ref, beside, input, ...texts }: TextFieldProps) {
  const ids = useFieldIds(texts);
  return (
    <div className={`field field-width-${width}`}>
      <label htmlFor={ids.input}>
        <LabelText {...texts} />
      </label>
      <FieldHint ids={ids} hint={texts.hint} />
      <div className="field-beside">
        <input
          ref={ref}
          id={ids.input}
          className={large ? 'form-control form-control-large' : 'form-control'}
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...input}
          {...ids.attributes}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        {beside}
      </div>
      <FieldMessages ids={ids} error={texts.error} note={texts.note} />
    </div>
  );
}

interface TextAreaProps extends FieldTexts {
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  rows?: number;
  onBlur?: () => void;
  /** Hides the label where the heading right above says the same; readers still hear it. */
  labelHidden?: boolean;
}

/** Several lines of text, with how many characters are left once few are. */
export function TextArea({ value, onChange, maxLength, rows = 4, onBlur, labelHidden = false, ...texts }: TextAreaProps) {
  const ids = useFieldIds(texts);
  const [touched, setTouched] = useState(false);
  return (
    <div className="field">
      <label htmlFor={ids.input} className={labelHidden ? 'visually-hidden' : undefined}>
        <LabelText {...texts} />
      </label>
      <FieldHint ids={ids} hint={texts.hint} />
      <textarea
        id={ids.input}
        className="form-control"
        rows={rows}
        maxLength={maxLength}
        {...ids.attributes}
        value={value}
        onBlur={onBlur}
        onChange={(event) => {
          setTouched(true);
          onChange(event.target.value);
        }}
      />
      <FieldMessages ids={ids} error={texts.error} note={texts.note ?? (touched && <CharactersLeft left={maxLength - value.length} of={maxLength} />)} />
    </div>
  );
}
