import { useState } from 'react';
import { readDateText, writeDateText } from './date-text.ts';
import { formatDay } from './dates.ts';
import type { FieldTexts } from './field-frame.tsx';
import { TextField } from './text-field.tsx';

interface DateFieldProps extends FieldTexts {
  /** `YYYY-MM-DD`, or undefined while what is typed is not a day. */
  value: string | undefined;
  /** `typed` is what stands in the box, to tell an empty box from a wrong day. */
  onChange: (value: string | undefined, typed: string) => void;
  /** A two-digit year falls in the hundred years up to this one: this year for a birth, a later one for an expiry. */
  latestYear: number;
  /** What stood in the box when the form was left, whether it was a day or not. */
  left?: string;
}

/** A day typed as gg/mm/aaaa (also with dots, dashes or nothing between); leaving the field writes it out in full. */
export function DateField({ value, onChange, latestYear, left = '', ...texts }: DateFieldProps) {
  const [typed, setTyped] = useState(value === undefined ? left : writeDateText(value));
  const [lastValue, setLastValue] = useState(value);
  if (value !== lastValue) {
    setLastValue(value);
    // Put there or taken away by something else than this box; a day being typed that is none yet stays as typed.
    if (value !== readDateText(typed, latestYear)) setTyped(value === undefined ? '' : writeDateText(value));
  }
  const change = (text: string) => {
    setTyped(text);
    onChange(readDateText(text, latestYear), text);
  };
  return (
    <TextField
      {...texts}
      value={typed}
      onChange={change}
      width="short"
      note={texts.note ?? (value !== undefined && formatDay(value, 'long'))}
      input={{ inputMode: 'numeric', maxLength: 10, placeholder: 'gg/mm/aaaa', onBlur: () => value !== undefined && setTyped(writeDateText(value)) }}
    />
  );
}
