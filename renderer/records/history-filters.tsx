import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { outcomes, sessionStates } from '../../shared/session/closed-lists.ts';
import { useDeskQuery } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { HistoryDays } from './history-days.tsx';
import { filtersOn } from './history-search.ts';
import type { HistorySearch } from './history-search.ts';

interface HistoryFiltersProps {
  search: HistorySearch;
  onChange: (search: HistorySearch) => void;
}

/** The filters, closed until asked for and then left as the clerk leaves them; their name says how many are set. */
export function HistoryFilters({ search, onChange }: HistoryFiltersProps) {
  const { t } = useTranslation(['records', 'session']);
  const count = filtersOn(search);
  const [open, setOpen] = useState(count > 0);
  const name = useRef<HTMLElement>(null);
  const clear = () => {
    onChange({ text: search.text });
    // The button goes away with the filters it took off.
    name.current?.focus();
  };
  return (
    <details className="history-filters" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={name}>{count === 0 ? t('history.filters') : t('history.filtersOn', { count })}</summary>
      <div className="filter-fields">
        <WhatAndWho search={search} onChange={onChange} />
        <SelectField
          label={t('history.state')}
          placeholder={t('history.any')}
          value={search.state ?? ''}
          onChange={(chosen) => onChange({ ...search, state: sessionStates.find((state) => state === chosen) })}
          options={sessionStates.map((state) => ({ value: state, text: t(`session:state.${state}`) }))}
        />
        <SelectField
          label={t('history.outcome')}
          placeholder={t('history.any')}
          value={search.outcome ?? ''}
          onChange={(chosen) => onChange({ ...search, outcome: outcomes.find((outcome) => outcome === chosen) })}
          options={outcomes.map((outcome) => ({ value: outcome, text: t(`session:outcome.${outcome}`) }))}
        />
        <HistoryDays search={search} onChange={onChange} />
      </div>
      {count > 0 && (
        <Button kind="quiet" icon="close" onClick={clear}>
          {t('history.clear')}
        </Button>
      )}
    </details>
  );
}

function WhatAndWho({ search, onChange }: HistoryFiltersProps) {
  const { t } = useTranslation('records');
  const procedures = useDeskQuery('listRecordedProcedures', {});
  const clerks = useDeskQuery('listClerks', {});
  return (
    <>
      <SelectField
        label={t('history.procedure')}
        placeholder={t('history.anyProcedure')}
        value={search.procedure ?? ''}
        onChange={(procedure) => onChange({ ...search, procedure: procedure || undefined })}
        options={procedures.state === 'ready' ? procedures.value.map(({ id, title }) => ({ value: id, text: title })) : []}
      />
      <SelectField
        label={t('history.clerk')}
        placeholder={t('history.any')}
        value={search.clerkId ?? ''}
        onChange={(clerkId) => onChange({ ...search, clerkId: clerkId || undefined })}
        options={clerks.state === 'ready' ? clerks.value.map(({ id, displayName }) => ({ value: id, text: displayName })) : []}
      />
    </>
  );
}
