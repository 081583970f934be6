import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescription } from '../desk/desk-context.tsx';
import { keepPages, placeInHistory } from './history-place.ts';
import type { Cursor } from './history-place.ts';
import { SessionPage } from './session-page.tsx';
import type { HistorySearch } from './history-search.ts';

/** The sessions found, page after page below each other; each page begins after the last line of the one before. */
export function SessionTable({ search }: { search: HistorySearch }) {
  const { t } = useTranslation('records');
  const clerkId = useDescription().signedIn?.clerkId;
  const [place] = useState(() => placeInHistory(clerkId, search));
  const [pages, setPages] = useState(place.pages);
  const [asked, setAsked] = useState<Cursor>();
  useEffect(() => keepPages(clerkId, search, pages), [clerkId, search, pages]);
  // One function for good: the pages already there are not drawn again for each that is added.
  const more = useCallback((last: string) => {
    setAsked(last);
    setPages((before) => [...before, last]);
  }, []);
  return (
    <div className="sessions-frame">
      <table className="table sessions">
        <caption className="visually-hidden">{t('history.results')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('history.date')}</th>
            <th scope="col">{t('history.number')}</th>
            <th scope="col">{t('history.who')}</th>
            <th scope="col">{t('history.procedures')}</th>
            <th scope="col" className="session-clerk">
              {t('history.clerk')}
            </th>
            <th scope="col">{t('history.result')}</th>
          </tr>
        </thead>
        {pages.map((cursor, index) => (
          <SessionPage
            key={cursor ?? ''}
            search={search}
            cursor={cursor}
            isLast={index === pages.length - 1}
            focusFirst={cursor !== undefined && cursor === asked}
            focusOn={place.opened}
            onMore={more}
          />
        ))}
      </table>
    </div>
  );
}

