import { useTranslation } from 'react-i18next';
import { provinces } from '../../shared/settings/provinces.ts';
import { useDescription } from '../desk/desk-context.tsx';
import type { FieldTexts } from './field-frame.tsx';
import { SelectField } from './select-field.tsx';

const inOrder = Object.entries(provinces)
  .map(([value, name]) => ({ value, text: `${name} (${value})` }))
  .toSorted((a, b) => a.text.localeCompare(b.text, 'it'));

interface ProvinceFieldProps extends FieldTexts {
  /** The province's code, or the empty string. */
  value: string;
  onChange: (code: string) => void;
}

/** Every province; the comune's own, where nearly everybody who comes lives, before all others. */
export function ProvinceField(props: ProvinceFieldProps) {
  const { t } = useTranslation('ui');
  const { comune } = useDescription();
  const own = inOrder.filter(({ value }) => value === comune?.province);
  const others = inOrder.filter(({ value }) => value !== comune?.province);
  const groups = [
    { label: t('province.own'), options: own },
    { label: t('province.others'), options: others },
  ];
  return <SelectField {...props} placeholder={t('province.choose')} {...(own.length > 0 ? { groups } : { options: inOrder })} />;
}
