import { useTranslation } from 'react-i18next';
import { isProvinceCode } from '../../shared/settings/provinces.ts';
import type { Comune } from '../../shared/settings/settings.ts';
import { oneLine } from '../../shared/text/written-text.ts';
import { ProvinceField } from '../ui/province-field.tsx';
import { TextField } from '../ui/text-field.tsx';

export type ComuneProblems = { readonly [Field in keyof Comune]?: `problems.${Field}` };

/** What keeps a comune from being accepted, as keys of the `setup` texts (the same rules as comuneSchema). */
export function comuneProblems({ name, province, code }: Comune): ComuneProblems {
  return {
    ...(oneLine(name).length < 2 && { name: 'problems.name' }),
    ...(!isProvinceCode(province) && { province: 'problems.province' }),
    ...(!/^(\d{6}|[A-Z]\d{3})$/.test(code) && { code: 'problems.code' }),
  };
}

interface ComuneFieldsProps {
  value: Comune;
  onChange: (comune: Comune) => void;
  problems: ComuneProblems;
}

/** Name, province and code of a comune. */
export function ComuneFields({ value, onChange, problems }: ComuneFieldsProps) {
  const { t } = useTranslation('setup');
  const error = (field: keyof Comune) => {
    const problem = problems[field];
    return problem && t(problem);
  };
  return (
    <>
      <TextField
        label={t('comune.name')}
        hint={t('comune.nameHint')}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        error={error('name')}
        input={{ maxLength: 60 }}
      />
      <ProvinceField
        label={t('comune.province')}
        value={value.province}
        onChange={(province) => onChange({ ...value, province })}
        error={error('province')}
      />
      <TextField
        label={t('comune.code')}
        hint={t('comune.codeHint')}
        width="short"
        value={value.code}
        onChange={(code) => onChange({ ...value, code: code.toUpperCase().replaceAll(/\s/g, '') })}
        error={error('code')}
        input={{ maxLength: 6, autoCapitalize: 'characters' }}
      />
    </>
  );
}
