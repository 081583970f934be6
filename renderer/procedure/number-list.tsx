import { useTranslation } from 'react-i18next';
import type { IssuedNumber } from '../../shared/session/session-view.ts';
import { Button } from '../ui/button.tsx';

interface NumberListProps {
  numbers: readonly IssuedNumber[];
  /** What to say when there is none; nothing without it. */
  empty?: string;
  onRemove?: (number: IssuedNumber) => void;
}

/** Numbers INPS gave, written so that they can be read aloud. */
export function NumberList({ numbers, empty, onRemove }: NumberListProps) {
  const { t } = useTranslation(['procedure', 'session']);
  if (numbers.length === 0) return empty === undefined ? null : <p className="side-empty">{empty}</p>;
  return (
    <ul className="numbers">
      {numbers.map((number) => (
        <li key={number.id}>
          <span>{t(`session:numberKind.${number.kind}`)}</span> <strong>{number.value}</strong>
          {onRemove && (
            <Button kind="quiet" icon="trash" label={t('number.remove', { value: number.value })} onClick={() => onRemove(number)}>
              {t('number.removeShort')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
