import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescription } from '../desk/desk-context.tsx';
import { DateField } from '../ui/date-field.tsx';
import type { HistorySearch } from './history-search.ts';

type Bound = 'from' | 'to';

/** Between which days a session was opened. A day that does not exist is said once its box is left, and filters nothing. */
export function HistoryDays({ search, onChange }: { search: HistorySearch; onChange: (search: HistorySearch) => void }) {
  const { t } = useTranslation('records');
  const latestYear = Number(useDescription().today.slice(0, 4));
  const [typed, setTyped] = useState<Readonly<Record<Bound, string>>>({ from: '', to: '' });
  const [left, setLeft] = useState<Readonly<Partial<Record<Bound, true>>>>({});
  const isReversed = search.from !== undefined && search.to !== undefined && search.from > search.to;
  const sentence = (bound: Bound) => {
    if (left[bound] && search[bound] === undefined && typed[bound].trim() !== '') return t('history.noSuchDay');
    return bound === 'to' && isReversed ? t('history.daysReversed') : undefined;
  };
  const day = (bound: Bound) => (
    <div onFocus={() => setLeft({ ...left, [bound]: undefined })} onBlur={() => setLeft({ ...left, [bound]: true })}>
      <DateField
        label={t(`history.${bound}`)}
        value={search[bound]}
        onChange={(value, text) => {
          setTyped({ ...typed, [bound]: text });
          onChange({ ...search, [bound]: value });
        }}
        latestYear={latestYear}
        error={sentence(bound)}
      />
    </div>
  );
  return (
    <>
      {day('from')}
      {day('to')}
    </>
  );
}
