import { Link } from 'wouter';
import type { SessionLink } from '../../shared/session/session-view.ts';
import { paths } from '../desk/paths.ts';
import { formatInstant } from '../ui/dates.ts';

/** Other sessions of the same case, each a way to its page in the archive. */
export function SessionLinks({ links }: { links: readonly SessionLink[] }) {
  return (
    <ul className="session-links">
      {links.map(({ id, number, openedAt }) => (
        <li key={id}>
          <Link to={paths.archived(id)}>{number}</Link> · {formatInstant(openedAt)}
        </li>
      ))}
    </ul>
  );
}
