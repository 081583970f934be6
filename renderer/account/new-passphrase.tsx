import { useTranslation } from 'react-i18next';
import { isAcceptable, passphraseStrength } from '../../shared/settings/passphrase.ts';
import { Icon } from '../ui/icon.tsx';
import { TextField } from '../ui/text-field.tsx';
import { PassphraseField } from './passphrase-field.tsx';

export interface NewPassphrase {
  readonly text: string;
  readonly repeated: string;
  /** Seen while typing: then it need not be typed twice. */
  readonly seen: boolean;
}
export const noPassphrase: NewPassphrase = { text: '', repeated: '', seen: false };

/** What keeps a new passphrase from being accepted, as a key of the `account` texts; undefined when nothing does. */
export function newPassphraseProblem({ text, repeated, seen }: NewPassphrase) {
  const strength = passphraseStrength(text);
  if (strength === 'too-short' || strength === 'weak') return { field: 'text', key: `strength.${strength}` } as const;
  if (!seen && text !== repeated) return { field: 'repeated', key: 'notTheSame' } as const;
  return undefined;
}

interface NewPassphraseFieldsProps {
  value: NewPassphrase;
  onChange: (value: NewPassphrase) => void;
  problem: ReturnType<typeof newPassphraseProblem>;
}

/** A new passphrase: its strength in words, and a second time unless it is being shown. */
export function NewPassphraseFields({ value, onChange, problem }: NewPassphraseFieldsProps) {
  const { t } = useTranslation('account');
  const errorAt = (field: 'text' | 'repeated') => (problem?.field === field ? t(problem.key) : undefined);
  return (
    <>
      <PassphraseField
        label={t('newPassphrase')}
        hint={t('newPassphraseHint')}
        value={value.text}
        onChange={(text) => onChange({ ...value, text })}
        onShow={(seen) => onChange({ ...value, seen })}
        error={errorAt('text')}
        note={<Strength passphrase={value.text} />}
      />
      {!value.seen && (
        <TextField
          label={t('repeatPassphrase')}
          value={value.repeated}
          onChange={(repeated) => onChange({ ...value, repeated })}
          error={errorAt('repeated')}
          input={{ type: 'password', maxLength: 200 }}
        />
      )}
    </>
  );
}

function Strength({ passphrase }: { passphrase: string }) {
  const { t } = useTranslation('account');
  if (passphrase === '') return null;
  const strength = passphraseStrength(passphrase);
  return (
    <>
      <Icon name={isAcceptable(passphrase) ? 'checkCircle' : 'info'} /> {t(`strength.${strength}`)}
    </>
  );
}
