import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SessionSummary } from '../../shared/session/session-view.ts';
import { useDeskQuery } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { formatInstant } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Loading } from '../ui/loading.tsx';
import { useWho } from '../session/session-words.ts';
import type { HistorySearch } from './history-search.ts';

/** The sessions found, page after page below each other; each page begins after the last line of the one before. */
export function SessionTable({ search }: { search: HistorySearch }) {
  const { t } = useTranslation('records');
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
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
        {cursors.map((cursor, index) => (
          <SessionPage
            key={cursor ?? ''}
            search={search}
            cursor={cursor}
            isLast={index === cursors.length - 1}
            onMore={(last) => setCursors([...cursors, last])}
          />
        ))}
      </table>
    </div>
  );
}

interface SessionPageProps {
  search: HistorySearch;
  cursor: string | undefined;
  isLast: boolean;
  onMore: (lastId: string) => void;
}

function SessionPage({ search, cursor, isLast, onMore }: SessionPageProps) {
  const { t } = useTranslation('records');
  const query = useDeskQuery('searchSessions', { ...search, cursor });
  if (query.state === 'loading') return <WholeRow content={<Loading />} />;
  if (query.state === 'refused') return <WholeRow content={<ErrorState refusal={query.refusal} retry={query.retry} />} />;
  const { sessions, more } = query.value;
  const lastId = sessions.at(-1)?.id;
  if (sessions.length === 0) {
    const isFiltered = Object.values(search).some((value) => value !== undefined);
    return <WholeRow content={<EmptyState>{isFiltered ? t('history.noMatch') : t('history.none')}</EmptyState>} />;
  }
  return (
    <tbody>
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} />
      ))}
      {isLast && more && lastId !== undefined && (
        <tr>
          <td colSpan={6}>
            <Button onClick={() => onMore(lastId)}>{t('history.more')}</Button>
          </td>
        </tr>
      )}
    </tbody>
  );
}

const WholeRow = ({ content }: { content: React.ReactNode }) => (
  <tbody>
    <tr>
      <td colSpan={6}>{content}</td>
    </tr>
  </tbody>
);

function SessionRow({ session }: { session: SessionSummary }) {
  const { t } = useTranslation(['records', 'session']);
  const who = useWho();
  return (
    <tr>
      <td className="session-when">{formatInstant(session.openedAt)}</td>
      <th scope="row">
        <Link to={paths.archived(session.id)} aria-label={t('history.open', { number: session.number })}>
          {session.number}
        </Link>
      </th>
      <td>{who(session)}</td>
      <td>{session.procedures.join(', ')}</td>
      <td className="session-clerk">{session.clerkName}</td>
      <td>
        {session.outcome !== undefined ? t(`session:outcome.${session.outcome}`) : <Badge kind="warning">{t(`session:state.${session.state}`)}</Badge>}
      </td>
    </tr>
  );
}
