import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseTextSize, savedTextSize, textSizes } from '../ui/text-size.ts';
import type { TextSize } from '../ui/text-size.ts';

/** How large all text is on this computer, for clerk and resident alike. */
export function TextSizeChoice() {
  const { t } = useTranslation('desk');
  const name = useId();
  const [size, setSize] = useState(savedTextSize);
  const choose = (next: TextSize) => {
    chooseTextSize(next);
    setSize(next);
  };
  return (
    <fieldset className="text-sizes">
      <legend>{t('textSize')}</legend>
      <div>
        {textSizes.map((each) => (
          <label key={each}>
            <input type="radio" name={name} checked={each === size} onChange={() => choose(each)} />
            <span>{t('percent', { percent: each })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
