import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useSettled } from '../ui/use-settled.ts';
import { HistoryFilters } from './history-filters.tsx';
import { useHistorySearch } from './history-search.ts';
import { SessionTable } from './session-table.tsx';
import '../session/session.scss';

/** All the sessions of the desk, newest first: one search field, filters, and more lines on request. */
export default function HistoryScreen() {
  const { t } = useTranslation('records');
  const [search, setSearch] = useHistorySearch();
  const settled = useSettled(search);
  return (
    <Page title={t('history.title')}>
      <TextField
        label={t('history.search')}
        hint={t('history.searchHint')}
        value={search.text ?? ''}
        onChange={(text) => setSearch({ ...search, text: text === '' ? undefined : text })}
        input={{ type: 'search', maxLength: 100 }}
      />
      <HistoryFilters search={search} onChange={setSearch} />
      <SessionTable key={JSON.stringify(settled)} search={settled} />
    </Page>
  );
}
