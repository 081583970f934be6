import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** A text to be sent by other means, with a button that copies it; where the browser refuses, it can still be marked by hand. */
export function CopyField({ label, hint, text }: { label: string; hint: string; text: string }) {
  const { t } = useTranslation('call');
  const [state, setState] = useState<'copied' | 'refused'>();
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  return (
    <div className="copy-field">
      <TextField
        label={label}
        hint={hint}
        value={text}
        onChange={() => undefined}
        input={{ readOnly: true }}
        beside={
          <Button icon="copy" onClick={copy}>
            {t('guests.copy')}
          </Button>
        }
      />
      <output>{state && t(`guests.${state}`)}</output>
    </div>
  );
}
