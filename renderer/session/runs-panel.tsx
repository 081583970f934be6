import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { paths } from '../desk/paths.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { RunSteps } from '../procedure/run-steps.tsx';
import type { RunWork } from '../procedure/use-run-work.ts';

/** The procedures of the session, the one on screen marked; nothing before the first. */
export function RunsPanel({ session, current }: { session: SessionDetail; current: RunWork | undefined }) {
  const { t } = useTranslation('session');
  if (session.runs.length === 0) return null;
  return (
    <nav className="side-part" aria-label={t('workspace.runs')}>
      <h2>{t('workspace.runs')}</h2>
      <ul className="runs">
        {session.runs.map(({ record, texts }) => (
          <li key={record.id}>
            <Link to={paths.run(session.id, record.id)} aria-current={record.id === current?.run.record.id ? 'page' : undefined}>
              <Icon name={record.endedAt === undefined ? 'arrowRight' : 'check'} />
              <span>
                <strong>{texts.title}</strong>
                <span>{record.outcome === undefined ? t('workspace.runOpen') : t(`outcome.${record.outcome}`)}</span>
              </span>
            </Link>
            {current?.run.record.id === record.id && record.endedAt === undefined && <RunSteps work={current} />}
          </li>
        ))}
      </ul>
      <ButtonLink to={paths.chooseProcedure(session.id)} kind="quiet" icon="plus">
        {t('workspace.addProcedure')}
      </ButtonLink>
    </nav>
  );
}
