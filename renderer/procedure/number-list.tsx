import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IssuedNumber } from '../../shared/session/session-view.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

interface NumberListProps {
  numbers: readonly IssuedNumber[];
  /** What to say when there is none; nothing without it. */
  empty?: string;
  onRemove?: (number: IssuedNumber) => void;
}

/** Numbers INPS gave, written so that they can be read aloud. */
export function NumberList({ numbers, empty, onRemove }: NumberListProps) {
  const { t } = useTranslation(['procedure', 'session']);
  const [leaving, setLeaving] = useState<IssuedNumber>();
  if (numbers.length === 0) return empty === undefined ? null : <p className="side-empty">{empty}</p>;
  return (
    <>
      <ul className="numbers">
        {numbers.map((number) => (
          <li key={number.id}>
            <span>{t(`session:numberKind.${number.kind}`)}</span> <strong>{number.value}</strong>
            {onRemove && (
              <Button kind="quiet" icon="trash" label={t('number.remove', { value: number.value })} onClick={() => setLeaving(number)}>
                {t('number.removeShort')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {leaving && onRemove && <RemoveNumberDialog number={leaving} onRemove={onRemove} onClose={() => setLeaving(undefined)} />}
    </>
  );
}

/** A number is not written anywhere else: one press does not take it away. */
function RemoveNumberDialog({ number, onRemove, onClose }: { number: IssuedNumber; onRemove: (number: IssuedNumber) => void; onClose: () => void }) {
  const { t } = useTranslation('procedure');
  const remove = () => {
    onRemove(number);
    onClose();
  };
  return (
    <Dialog
      question={t('number.removeQuestion', { value: number.value })}
      onClose={onClose}
      answers={
        <>
          <Button onClick={onClose} takesFocus>
            {t('number.keep')}
          </Button>
          <Button kind="danger" onClick={remove}>
            {t('number.removeYes')}
          </Button>
        </>
      }
    >
      <p>{t('number.removeNote')}</p>
    </Dialog>
  );
}
