import { useTranslation } from 'react-i18next';
import type { RunScreen } from '../../shared/session/session-view.ts';
import { formatDay } from '../ui/dates.ts';

/** Where the procedure's rules come from and when somebody last checked them. Addresses are shown, never opened from the desk. */
export function SourcesPanel({ run, label }: { run: RunScreen; label: string }) {
  const { t } = useTranslation('procedure');
  const { procedure } = run;
  return (
    <details className="run-more">
      <summary>{label}</summary>
      <p>
        {t('sources.verified', { date: formatDay(procedure.verifiedOn), review: formatDay(procedure.reviewBy) })}{' '}
        {t('sources.version', { version: procedure.version })}
      </p>
      <ul className="sources">
        {procedure.sources.map((source) => (
          <li key={source.id}>
            <strong>{source.title}</strong>
            <span>
              {source.primary ? t('sources.primary') : t('sources.secondary')}
              {source.publishedOn && `, ${t('sources.published', { date: formatDay(source.publishedOn) })}`}
            </span>
            <span className="source-address">{source.url}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
