import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { numberKinds } from '../../shared/session/closed-lists.ts';
import type { NumberKind } from '../../shared/session/closed-lists.ts';
import type { IssuedNumber } from '../../shared/session/session-view.ts';
import { oneLine } from '../../shared/text/written-text.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Form } from '../ui/form.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { NumberList } from './number-list.tsx';

/** Does its work once the form goes away, with what stood in it last. */
function useWhenLeft(work: () => void): void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => () => latest.current(), []);
}

interface NumberFormProps {
  runId: string;
  numbers: readonly IssuedNumber[];
  /** The kinds the portal may give, the likeliest first. */
  kinds: readonly NumberKind[];
  /** Going on with a number typed and not added adds it: nobody copies one from the portal to lose it. */
  keepsTyped?: boolean;
}

/** The numbers of a run: those there are, and room for one more. Also on closed sessions. */
export function NumberForm({ runId, numbers, kinds, keepsTyped = false }: NumberFormProps) {
  const { t } = useTranslation(['procedure', 'session']);
  const add = useDeskAction('addNumber');
  const remove = useDeskAction('removeNumber');
  const [kind, setKind] = useState<NumberKind>();
  const [value, setValue] = useState('');
  const [errors, setErrors] = useState<{ value?: string }>({});
  const nextKind = kinds.find((candidate) => !numbers.some((number) => number.kind === candidate)) ?? 'other';
  const chosen = kind ?? nextKind;
  useWhenLeft(() => {
    if (keepsTyped && !add.busy && oneLine(value) !== '') void add.run({ runId, kind: chosen, value: oneLine(value) });
  });
  const save = async () => {
    if (oneLine(value) === '') return setErrors({ value: t('number.empty') });
    const reply = await add.run({ runId, kind: chosen, value: oneLine(value) });
    if (!reply.ok) return;
    setValue('');
    setKind(undefined);
  };
  return (
    <div className="number-form">
      <NumberList numbers={numbers} onRemove={(number) => void remove.run({ runId, numberId: number.id })} />
      <Form onSubmit={() => void save()} errors={errors}>
        <div className="field-pair">
          <SelectField
            label={t('number.kind')}
            value={chosen}
            onChange={(wanted) => setKind(numberKinds.find((candidate) => candidate === wanted))}
            options={numberKinds.map((candidate) => ({ value: candidate, text: t(`session:numberKind.${candidate}`) }))}
          />
          <TextField
            label={t('number.value')}
            value={value}
            onChange={(text) => {
              setValue(text);
              setErrors({});
            }}
            error={errors.value}
            input={{ maxLength: 50 }}
            beside={
              <Button submit icon="plus" busy={add.busy}>
                {t('number.add')}
              </Button>
            }
          />
        </div>
        <RefusalAlert refusal={add.refusal ?? remove.refusal} />
      </Form>
    </div>
  );
}
