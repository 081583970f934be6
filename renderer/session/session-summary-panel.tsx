import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { evaluateRun } from '../../shared/procedure/procedure-run.ts';
import type { RunView } from '../../shared/procedure/run-view.ts';
import { metDeadlines } from '../../shared/session/met-deadlines.ts';
import type { RunScreen, SessionDetail } from '../../shared/session/session-view.ts';
import { useDescription } from '../desk/desk-context.tsx';
import { DeadlineLine } from '../procedure/deadline-line.tsx';
import { NumberList } from '../procedure/number-list.tsx';
import { useSubjectName } from './subject-name.ts';

interface RunInView {
  readonly run: RunScreen;
  readonly view: RunView;
}

/** What is missing, what is due and which numbers there are, over all the procedures of the session. */
export function SessionSummaryPanel({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('session');
  const { today } = useDescription();
  const runs = useMemo(() => session.runs.map((run) => ({ run, view: evaluateRun(run.procedure, run.state, today) })), [session.runs, today]);
  return (
    <>
      <MissingPapers session={session} runs={runs} />
      <DaysAhead runs={runs} />
      <section className="side-part" aria-label={t('workspace.numbers')}>
        <h2>{t('workspace.numbers')}</h2>
        <NumberList numbers={session.runs.flatMap(({ record }) => record.numbers)} empty={t('workspace.numbersNone')} />
      </section>
    </>
  );
}

function MissingPapers({ session, runs }: { session: SessionDetail; runs: readonly RunInView[] }) {
  const { t } = useTranslation('session');
  const subjectName = useSubjectName(session.people);
  const papers = runs.flatMap(({ run, view }) => view.documents.map((need) => ({ run, need })));
  const missing = papers.filter(({ need: { state } }) => state === 'missing' || state === 'cannot-find' || state === 'cannot-get');
  const unchecked = papers.filter(({ run, need }) => need.state === undefined && run.record.endedAt === undefined).length;
  return (
    <section className="side-part" aria-label={t('workspace.missing')}>
      <h2>{t('workspace.missing')}</h2>
      {unchecked > 0 && <p className="side-note">{t('workspace.unchecked', { count: unchecked })}</p>}
      {missing.length === 0 && unchecked === 0 && <p className="side-empty">{t('workspace.missingNone')}</p>}
      <ul className="side-list">
        {missing.map(({ run, need }) => (
          <li key={`${run.record.id}/${need.document}/${need.subject}`}>
            {run.texts.documents[need.document]?.name ?? need.document} <span className="side-note">{subjectName(need)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function DaysAhead({ runs }: { runs: readonly RunInView[] }) {
  const { t } = useTranslation('session');
  const days = runs.flatMap(({ run, view }) => {
    const met = metDeadlines(run);
    return view.deadlines.filter(({ id }) => !met.has(id)).map((deadline) => ({ run, deadline }));
  });
  return (
    <section className="side-part" aria-label={t('workspace.deadlines')}>
      <h2>{t('workspace.deadlines')}</h2>
      {days.length === 0 && <p className="side-empty">{t('workspace.deadlinesNone')}</p>}
      <ul className="side-list">
        {days
          .toSorted((a, b) => a.deadline.date.localeCompare(b.deadline.date))
          .map(({ run, deadline }) => (
            <DeadlineLine key={`${run.record.id}/${deadline.id}`} deadline={deadline} texts={run.texts} ofMany={runs.length > 1} />
          ))}
      </ul>
    </section>
  );
}
