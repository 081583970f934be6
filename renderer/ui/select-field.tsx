import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldHint, FieldMessages, LabelText, useFieldIds } from './field-frame.tsx';
import type { FieldTexts } from './field-frame.tsx';

export interface Option<Value extends string = string> {
  value: Value;
  text: string;
}

interface SelectFieldProps extends FieldTexts {
  value: string;
  onChange: (value: string) => void;
  options?: readonly Option[];
  /** Options under headings, for a long list of which some are likelier. */
  groups?: readonly { readonly label: string; readonly options: readonly Option[] }[];
  /** Words for "nothing chosen"; without them "Scegli…". */
  placeholder?: string;
  ref?: Ref<HTMLSelectElement>;
}

/** A list to choose from, for more answers than fit on cards. The empty string is "nothing chosen". */
export function SelectField({ value, onChange, options = [], groups = [], placeholder, ref, ...texts }: SelectFieldProps) {
  const ids = useFieldIds(texts);
  const { t } = useTranslation('ui');
  return (
    <div className="field">
      <label htmlFor={ids.input}>
        <LabelText {...texts} />
      </label>
      <FieldHint ids={ids} hint={texts.hint} />
      <select ref={ref} id={ids.input} className="form-select" {...ids.attributes} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{placeholder ?? t('choose')}</option>
        <Options options={options} />
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            <Options options={group.options} />
          </optgroup>
        ))}
      </select>
      <FieldMessages ids={ids} error={texts.error} note={texts.note} />
    </div>
  );
}

const Options = ({ options }: { options: readonly Option[] }) =>
  options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.text}
    </option>
  ));
