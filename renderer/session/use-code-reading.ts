import { useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { parseCodiceFiscale } from '../../shared/person/codice-fiscale.ts';
import { useDescription } from '../desk/desk-context.tsx';
import { formatDay } from '../ui/dates.ts';
import { readCode } from './known-resident.ts';
import { typeCode } from './person-draft.ts';
import type { PersonDraft } from './person-draft.ts';

const codeLength = 16;
/** A reader's Enter comes with the code; a clerk's own comes later. */
const sameScanMilliseconds = 500;

/** What comes after the code, in this order. */
type BoxesAfter = Readonly<Record<'surname' | 'givenName' | 'identity', RefObject<HTMLElement | null>>>;

/**
 * A codice fiscale read whole: taken in, said to readers, and the focus on the first thing it did not tell. A second scan
 * finds the focus in a name's box: it is read all the same, and its Enter does not send the form.
 */
export function useCodeReading(draft: PersonDraft, onChange: (draft: PersonDraft) => void, boxes: BoxesAfter) {
  const { t } = useTranslation('intake');
  const { today } = useDescription();
  const [scannedAt, setScannedAt] = useState(-Infinity);
  const [said, setSaid] = useState('');
  const read = (text: string, into = draft) => {
    const taken = readCode(into, text, today);
    const name = [taken.surname, taken.givenName].filter(Boolean).join(' ');
    setSaid(t('codeRead', { what: [taken.codiceFiscale, name, taken.birthDate && formatDay(taken.birthDate, 'long')].filter(Boolean).join(', ') }));
    onChange(taken);
    return taken;
  };
  return {
    said,
    type: (text: string) => onChange(typeCode(draft, text, today)),
    read: (text: string) => void read(text),
    goOn: () => {
      // Some readers end with two Enters: the second one comes where the focus has gone.
      setScannedAt(performance.now());
      boxes[draft.surname === '' ? 'surname' : draft.givenName === '' ? 'givenName' : 'identity'].current?.focus();
    },
    typeName: (field: 'surname' | 'givenName', text: string) => {
      const code = text.slice(-codeLength);
      const isCode = parseCodiceFiscale(code).ok && !/^\d/.test(code);
      // Whoever types a name after a scan presses an Enter of their own.
      setScannedAt(isCode ? performance.now() : -Infinity);
      if (!isCode) return onChange({ ...draft, [field]: text });
      read(code, { ...draft, [field]: text.slice(0, -codeLength) });
    },
    onNameKey: (event: KeyboardEvent) => {
      if (event.key === 'Enter' && event.timeStamp - scannedAt < sameScanMilliseconds) event.preventDefault();
    },
  };
}
