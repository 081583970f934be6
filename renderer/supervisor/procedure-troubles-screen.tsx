import { useTranslation } from 'react-i18next';
import type { ProcedureTrouble } from '../../shared/desk/desk-view.ts';
import { useDeskQuery } from '../desk/desk-context.tsx';
import { Alert } from '../ui/alert.tsx';
import { Badge } from '../ui/badge.tsx';
import { formatDay } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { SupervisorPage } from './supervisor-page.tsx';

const freshnessBadges = { fresh: 'good', 'review-due': 'warning', expired: 'bad' } as const;

/** The catalogue as the supervisor sees it: folders set aside with what is wrong, then every procedure's date of review. */
export default function ProcedureTroublesScreen() {
  const { t } = useTranslation('supervisor');
  const troubles = useDeskQuery('listProcedureTroubles', {});
  return (
    <SupervisorPage title={t('places.procedures.title')}>
      <Section title={t('procedures.toPutRight')}>
        <Loaded query={troubles}>
          {(list) => (list.length === 0 ? <EmptyState>{t('procedures.noTrouble')}</EmptyState> : list.map((each) => <Trouble key={each.folder} trouble={each} />))}
        </Loaded>
      </Section>
      <Section title={t('procedures.inUse')}>
        <Catalogue />
      </Section>
    </SupervisorPage>
  );
}

function Trouble({ trouble }: { trouble: ProcedureTrouble }) {
  const { t } = useTranslation('supervisor');
  return (
    <Alert kind={trouble.setAside ? 'danger' : 'warning'} title={t(trouble.setAside ? 'procedures.folderAside' : 'procedures.folderStale', { folder: trouble.folder })}>
      <ul>
        {trouble.problems.map((problem) => (
          <li key={`${problem.file} ${problem.place} ${problem.sentence}`}>
            {problem.sentence} <span className="row-note">{[problem.file, problem.place].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Catalogue() {
  const { t } = useTranslation('supervisor');
  const procedures = useDeskQuery('listProcedures', {});
  return (
    <Loaded query={procedures}>
      {(list) => (
        <Rows label={t('procedures.inUse')}>
          {list.map((procedure) => (
            <Row
              key={procedure.id}
              title={procedure.title}
              note={t('procedures.checked', { version: procedure.version, day: formatDay(procedure.verifiedOn), by: formatDay(procedure.reviewBy) })}
            >
              <Badge kind={freshnessBadges[procedure.freshness]}>{t(`freshness.${procedure.freshness}`)}</Badge>
            </Row>
          ))}
        </Rows>
      )}
    </Loaded>
  );
}
