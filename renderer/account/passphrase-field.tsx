import { useState } from 'react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import type { FieldTexts } from '../ui/field-frame.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useCapsLock } from './caps-lock.ts';

interface PassphraseFieldProps extends FieldTexts {
  value: string;
  onChange: (value: string) => void;
  ref?: Ref<HTMLInputElement>;
  /** When the one who types wants to see it, the owner of the field may want to know. */
  onShow?: (shown: boolean) => void;
}

/** A passphrase with "Mostra" beside it and a word about Caps Lock. */
export function PassphraseField({ onShow, note, ...field }: PassphraseFieldProps) {
  const { t } = useTranslation('account');
  const [shown, setShown] = useState(false);
  const capsLock = useCapsLock();
  const toggle = () => {
    setShown(!shown);
    onShow?.(!shown);
  };
  return (
    <TextField
      {...field}
      note={capsLock.on ? t('capsLock') : note}
      input={{ type: shown ? 'text' : 'password', maxLength: 200, autoCapitalize: 'none', onKeyDown: capsLock.watch, onKeyUp: capsLock.watch }}
      beside={
        <Button icon={shown ? 'hidden' : 'visible'} onClick={toggle} label={t(shown ? 'hideWhat' : 'showWhat', { what: field.label })}>
          {t(shown ? 'hide' : 'show')}
        </Button>
      }
    />
  );
}
