import { useTranslation } from 'react-i18next';
import type { DeskDescription } from '../../shared/desk/desk-view.ts';
import { ChoiceCards } from '../ui/choice-cards.tsx';
import { SelectField } from '../ui/select-field.tsx';

const mostCards = 6;

interface ClerkChoiceProps {
  clerks: DeskDescription['clerks'];
  value: string | undefined;
  onChange: (clerkId: string) => void;
  error?: string | undefined;
}

/** Who is at the desk: cards for a few accounts, a list for many. */
export function ClerkChoice({ clerks, value, onChange, error }: ClerkChoiceProps) {
  const { t } = useTranslation('account');
  if (clerks.length > mostCards)
    return (
      <SelectField
        label={t('whoAreYou')}
        value={value ?? ''}
        onChange={onChange}
        options={clerks.map((clerk) => ({ value: clerk.id, text: clerk.displayName }))}
        error={error}
      />
    );
  return (
    <ChoiceCards
      label={t('whoAreYou')}
      value={value}
      onChange={onChange}
      choices={clerks.map((clerk) => ({ value: clerk.id, title: clerk.displayName }))}
      error={error}
    />
  );
}
