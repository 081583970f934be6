import { useTranslation } from 'react-i18next';
import { outcomes, sessionStates } from '../../shared/session/closed-lists.ts';
import { useDescription, useDeskQuery } from '../desk/desk-context.tsx';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { filtersOn } from './history-search.ts';
import type { HistorySearch } from './history-search.ts';

interface HistoryFiltersProps {
  search: HistorySearch;
  onChange: (search: HistorySearch) => void;
}

/** The filters, closed until asked for; their name says how many are set. */
export function HistoryFilters({ search, onChange }: HistoryFiltersProps) {
  const { t } = useTranslation(['records', 'session']);
  const count = filtersOn(search);
  return (
    <details className="history-filters" open={count > 0}>
      <summary>{count === 0 ? t('history.filters') : t('history.filtersOn', { count })}</summary>
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
        <Days search={search} onChange={onChange} />
      </div>
      {count > 0 && (
        <Button kind="quiet" icon="close" onClick={() => onChange({ text: search.text })}>
          {t('history.clear')}
        </Button>
      )}
    </details>
  );
}

function WhatAndWho({ search, onChange }: HistoryFiltersProps) {
  const { t } = useTranslation('records');
  const procedures = useDeskQuery('listProcedures', {});
  const clerks = useDeskQuery('listClerks', {});
  return (
    <>
      <SelectField
        label={t('history.procedure')}
        placeholder={t('history.any')}
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

function Days({ search, onChange }: HistoryFiltersProps) {
  const { t } = useTranslation('records');
  const latestYear = Number(useDescription().today.slice(0, 4));
  return (
    <>
      <DateField label={t('history.from')} value={search.from} onChange={(from) => onChange({ ...search, from })} latestYear={latestYear} />
      <DateField label={t('history.to')} value={search.to} onChange={(to) => onChange({ ...search, to })} latestYear={latestYear} />
    </>
  );
}
