import { useTranslation } from 'react-i18next';
import { isLocalDate } from '../../shared/procedure/local-date.ts';
import type { ProcedureTexts } from '../../shared/procedure/procedure-texts.ts';
import type { Fact } from '../../shared/procedure/procedure.ts';
import type { FactValue } from '../../shared/procedure/run-state.ts';
import { useDescription } from '../desk/desk-context.tsx';
import { Badge } from '../ui/badge.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { DateField } from '../ui/date-field.tsx';
import { ProvinceField } from '../ui/province-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ToggleButtons } from '../ui/toggle-buttons.tsx';
import type { AnswerProblem } from './answer-plan.ts';
import type { FactOption } from './fact-options.ts';

interface FactFieldProps {
  fact: Fact;
  texts: ProcedureTexts;
  value: FactValue | undefined;
  pending: FactValue | undefined;
  /** Title of the procedure the answer was given in, while nobody has confirmed it here. */
  carriedFrom: string | undefined;
  problem: AnswerProblem | undefined;
  onePress: boolean;
  options: readonly FactOption[];
  onChange: (value: FactValue | undefined) => void;
}

/** One question with the kind of field its answer needs. */
export function FactField(props: FactFieldProps) {
  const { t } = useTranslation('procedure');
  return (
    <div className="fact">
      {props.carriedFrom !== undefined && (
        <Badge icon="restore">{t(props.onePress ? 'carriedOnePress' : 'carried', { title: props.carriedFrom })}</Badge>
      )}
      <FactOfType {...props} />
    </div>
  );
}

function FactOfType(props: FactFieldProps) {
  switch (props.fact.type) {
    case 'yes-no':
    case 'choice':
      return <OptionsFact {...props} />;
    case 'date':
    case 'province':
    case 'count':
      return <WrittenFact {...props} />;
  }
}

function useFieldTexts({ fact, texts, problem }: FactFieldProps) {
  const { t } = useTranslation('procedure');
  const words = texts.facts[fact.id];
  return {
    label: words?.question ?? fact.id,
    hint: words?.hint,
    error: problem && t(`problem.${problem}`, { min: fact.min ?? 0, max: fact.max }),
  };
}

function OptionsFact(props: FactFieldProps) {
  const { options, value, pending, onePress, carriedFrom, onChange } = props;
  const isProposal = onePress && carriedFrom !== undefined;
  const keyOf = (wanted: FactValue | undefined) => options.find((option) => wanted !== undefined && option.value === wanted)?.key;
  return (
    <ToggleButtons
      {...useFieldTexts(props)}
      large
      value={isProposal ? undefined : keyOf(value)}
      proposed={isProposal ? keyOf(value) : undefined}
      pending={keyOf(pending)}
      onChange={(key) => onChange(key === undefined ? undefined : options.find((option) => option.key === key)?.value)}
      options={options.map(({ key, text }, index) => ({ value: key, text, ...(onePress && { keyHint: String(index + 1) }) }))}
    />
  );
}

/** Days, provinces and counts; "non so" is a box to tick under them. */
function WrittenFact(props: FactFieldProps) {
  const { t } = useTranslation('procedure');
  const { fact, value, onChange } = props;
  return (
    <>
      {value !== null && <WrittenAnswer {...props} />}
      {value === null && <p className="field-label">{props.texts.facts[fact.id]?.question}</p>}
      {fact.mayBeUnknown && (
        <Checkbox checked={value === null} onChange={(unknown) => onChange(unknown ? null : undefined)}>
          {t('unknown')}
        </Checkbox>
      )}
    </>
  );
}

function WrittenAnswer(props: FactFieldProps) {
  const { today } = useDescription();
  const { fact, value, onChange } = props;
  const texts = useFieldTexts(props);
  const text = typeof value === 'string' ? value : undefined;
  if (fact.type === 'date') {
    const day = isLocalDate(text) ? text : undefined;
    const latestYear = Number(today.slice(0, 4)) + (fact.never === 'future' ? 0 : 20);
    return <DateField {...texts} value={day} onChange={(read, typed) => onChange(read ?? (typed.trim() || undefined))} latestYear={latestYear} />;
  }
  if (fact.type === 'province') {
    return <ProvinceField {...texts} value={text ?? ''} onChange={(code) => onChange(code || undefined)} />;
  }
  return (
    <TextField
      {...texts}
      value={value === undefined ? '' : String(value)}
      onChange={(typed) => onChange(/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : typed.trim() || undefined)}
      width="tiny"
      input={{ inputMode: 'numeric', maxLength: 6 }}
    />
  );
}
