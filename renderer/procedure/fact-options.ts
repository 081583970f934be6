import type { TFunction } from 'i18next';
import type { ProcedureTexts } from '../../shared/procedure/procedure-texts.ts';
import type { Fact } from '../../shared/procedure/procedure.ts';
import type { FactValue } from '../../shared/procedure/run-state.ts';

export interface FactOption {
  /** What the button carries; see optionValue. */
  readonly key: string;
  readonly value: FactValue;
  readonly text: string;
}

/** The answers a question offers as buttons; none for days, counts and provinces except "non so". */
export function factOptions(fact: Fact, texts: ProcedureTexts, t: TFunction<'procedure'>): readonly FactOption[] {
  const unknown = fact.mayBeUnknown ? [{ key: 'unknown', value: null, text: t('unknown') }] : [];
  return [...knownOptions(fact, texts, t), ...unknown];
}

function knownOptions(fact: Fact, texts: ProcedureTexts, t: TFunction<'procedure'>): readonly FactOption[] {
  switch (fact.type) {
    case 'yes-no':
      return [
        { key: 'yes', value: true, text: t('yes') },
        { key: 'no', value: false, text: t('no') },
      ];
    case 'choice':
      return (fact.options ?? []).map((id) => ({ key: `option-${id}`, value: id, text: texts.facts[fact.id]?.options?.[id] ?? id }));
    case 'date':
    case 'province':
    case 'count':
      return [];
  }
}
