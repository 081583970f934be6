import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { expiredDocuments } from '../../shared/session/expired-documents.ts';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { Badge } from '../ui/badge.tsx';
import type { RunWork } from '../procedure/use-run-work.ts';
import { ConsultationBar } from '../consultation/consultation-bar.tsx';
import { OfficialCard } from '../consultation/official-card.tsx';
import { liveConsultation, useHub } from '../consultation/use-hub.ts';
import { ContinuedFrom } from './continued-from.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { privacyIcons } from './privacy-choice.tsx';
import { RunsPanel } from './runs-panel.tsx';
import { SessionActions } from './session-actions.tsx';
import { SessionSummaryPanel } from './session-summary-panel.tsx';
import { useWho } from './session-words.ts';

/**
 * A session at work: people and procedures on the left, what is being done in the middle, what is missing and due on the
 * right. Without a procedure on screen the right side's place goes to the middle, where one is chosen. With large text the
 * sides become parts that open and close.
 */
export function Workspace({ session, work, children }: { session: SessionDetail; work: RunWork | undefined; children: ReactNode }) {
  const { t } = useTranslation('session');
  const who = useWho()(session);
  const consultation = liveConsultation(useHub(), session.id);
  useEffect(() => {
    document.title = t('windowTitle', { who: t('number', { number: session.number }) });
  }, [session.number, t]);
  return (
    <main id="content" className="workspace">
      <header className="workspace-header">
        <div className="workspace-who">
          <h1 tabIndex={-1}>{who}</h1>
          <p>{t('number', { number: session.number })}</p>
          {session.privacy !== 'named' && <Badge icon={privacyIcons[session.privacy]}>{t(`privacy.${session.privacy}`)}</Badge>}
          <ExpiredDocuments session={session} />
        </div>
        <SessionActions session={session} />
      </header>
      {consultation && <ConsultationBar consultation={consultation} />}
      <div className={work ? 'workspace-columns' : 'workspace-columns workspace-wide'}>
        <Side label={t('workspace.sideShow')}>
          <PeoplePanel session={session} />
          <ContinuedFrom session={session} />
          <RunsPanel session={session} current={work} />
          {!work && <SessionSoFar session={session} />}
        </Side>
        <div className="workspace-centre">{children}</div>
        {work && (
          <Side label={t('workspace.asideShow')}>
            <SessionSoFar session={session} />
          </Side>
        )}
      </div>
    </main>
  );
}

/** Stays in sight for as long as the session goes on: an application sent with an expired document may come back. */
function ExpiredDocuments({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('session');
  return expiredDocuments(session.people).map(({ personId, document, role }) => {
    const name = t(`identity.${document}`);
    return (
      <Badge key={personId} kind="warning" icon="warning">
        {role === 'main' ? t('workspace.expired', { document: name }) : t('workspace.expiredOf', { document: name, role: t(`role.${role}`) })}
      </Badge>
    );
  });
}

/** What the session has brought to light, once a procedure was begun; and how to reach INPS. */
function SessionSoFar({ session }: { session: SessionDetail }) {
  return (
    <>
      {session.runs.length > 0 && <SessionSummaryPanel session={session} />}
      <OfficialCard session={session} />
    </>
  );
}

/** A column beside the work; where there is no room for columns it closes under its name. */
function Side({ label, children }: { label: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <div className={open ? 'workspace-side workspace-side-open' : 'workspace-side'}>
      <button type="button" className="btn btn-outline-primary workspace-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {label}
      </button>
      <div className="workspace-side-content">{children}</div>
    </div>
  );
}
