import { memo, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
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
import { keepOpened } from './history-place.ts';
import type { Cursor } from './history-place.ts';
import type { HistorySearch } from './history-search.ts';

interface SessionPageProps {
  search: HistorySearch;
  cursor: Cursor;
  isLast: boolean;
  /** Just asked for: the button that did is gone, and its first line takes the focus. */
  focusFirst: boolean;
  /** The session somebody comes back from. */
  focusOn: string | undefined;
  onMore: (lastId: string) => void;
}

/** One page of the sessions found; the last has the button for more. Not drawn again when another is added below. */
export const SessionPage = memo(function SessionPage({ search, cursor, isLast, focusFirst, focusOn, onMore }: SessionPageProps) {
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
      {sessions.map((session, index) => (
        <SessionRow key={session.id} session={session} takesFocus={session.id === focusOn || (focusFirst && index === 0)} />
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
});

const WholeRow = ({ content }: { content: ReactNode }) => (
  <tbody>
    <tr>
      <td colSpan={6}>{content}</td>
    </tr>
  </tbody>
);

function SessionRow({ session, takesFocus }: { session: SessionSummary; takesFocus: boolean }) {
  const { t } = useTranslation(['records', 'session']);
  const who = useWho();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (takesFocus) link.current?.focus();
  }, [takesFocus]);
  return (
    <tr>
      <td className="session-when">{formatInstant(session.openedAt)}</td>
      <th scope="row">
        <Link ref={link} to={paths.archived(session.id)} aria-label={t('history.open', { number: session.number })} onClick={() => keepOpened(session.id)}>
          {session.number}
        </Link>
      </th>
      <td>{who(session)}</td>
      <td>{session.procedures.join(', ')}</td>
      <td className="session-clerk">{session.clerkName}</td>
      <td className="session-result">
        {session.outcome !== undefined ? t(`session:outcome.${session.outcome}`) : <Badge kind="warning">{t(`session:state.${session.state}`)}</Badge>}
      </td>
    </tr>
  );
}
