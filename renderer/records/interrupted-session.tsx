import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { formatInstant } from '../ui/dates.ts';
import { DefinitionList } from '../ui/definition-list.tsx';
import { useWho } from '../session/session-words.ts';

interface InterruptedSessionProps {
  session: SessionDetail;
  busy: boolean;
  onGoOn: () => void;
  onClose: () => void;
}

/** One interrupted session: when, who, where it stood, and what was under way at that moment. */
export function InterruptedSession({ session, busy, onGoOn, onClose }: InterruptedSessionProps) {
  const { t } = useTranslation(['records', 'session']);
  const who = useWho();
  const run = session.runs.find(({ record }) => record.id === session.run);
  const ended = session.runs.at(-1);
  const sending = session.runs.flatMap(({ record }) => record.submissions).findLast(({ result }) => result === undefined);
  const calling = session.consultations.map(({ legs }) => legs.at(-1)).findLast((leg) => leg?.reason === 'desk-interrupted' && (leg.closedAt ?? '') >= session.lastActivityAt);
  const printing = session.prints.findLast(({ state }) => state === 'queued');
  return (
    <li className="interrupted-session">
      <h2>
        {who(session)} <span>{t('session:number', { number: session.number })}</span>
      </h2>
      <DefinitionList
        pairs={[
          [t('interrupted.when'), formatInstant(session.lastActivityAt, 'long')],
          [t('interrupted.clerk'), session.clerkName],
          [t('interrupted.procedure'), (run ?? ended)?.texts.title],
          [t('interrupted.step'), session.step ?? t(ended ? 'interrupted.runEnded' : 'interrupted.noStep')],
        ]}
      />
      {sending && <Alert kind="danger">{t('interrupted.submission', { when: formatInstant(sending.intendedAt) })}</Alert>}
      {calling && <Alert kind="warning">{t('interrupted.call', { when: formatInstant(calling.openedAt) })}</Alert>}
      {printing && <Alert kind="warning">{t('interrupted.print', { when: formatInstant(printing.at) })}</Alert>}
      <div className="actions">
        <Button label={t('interrupted.closeWho', { number: session.number })} onClick={onClose}>
          {t('interrupted.close')}
        </Button>
        <Button kind="primary" icon="arrowRight" busy={busy} label={t('interrupted.goOnWho', { number: session.number })} onClick={onGoOn}>
          {t('interrupted.goOn')}
        </Button>
      </div>
    </li>
  );
}
