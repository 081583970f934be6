import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { LabelProblem } from './label-problem.ts';

const kinds = ['inpsLetter', 'disability', 'isee', 'dsu', 'payslip', 'cu', 'medical', 'employer', 'family', 'bank', 'receipt', 'identity', 'healthCard'] as const;
const other = 'other';

interface PaperLabelProps {
  label: string;
  onLabel: (label: string) => void;
  problem: LabelProblem | undefined;
}

/** What a paper is, never whose: from a list, or in a few words. */
export function PaperLabel({ label, onLabel, problem }: PaperLabelProps) {
  const { t } = useTranslation('papers');
  const [kind, setKind] = useState('');
  const options = kinds.map((each) => ({ value: t(`label.kind.${each}`), text: t(`label.kind.${each}`) }));
  const choose = (value: string) => {
    setKind(value);
    onLabel(value === other ? '' : value);
  };
  const error = problem && t(`label.${problem}`);
  return (
    <div className="paper-label">
      <SelectField label={t('label.field')} value={kind} onChange={choose} options={[...options, { value: other, text: t('label.other') }]} {...(kind !== other && error !== undefined && { error })} />
      {kind === other && <TextField label={t('label.text')} hint={t('label.hint')} value={label} onChange={onLabel} input={{ maxLength: 80 }} {...(error !== undefined && { error })} />}
    </div>
  );
}
