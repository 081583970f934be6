import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskValue } from '../../shared/desk/desk-api.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { formatInstant } from '../ui/dates.ts';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Loading } from '../ui/loading.tsx';
import { SupervisorPage } from './supervisor-page.tsx';

/** Checks that nobody has touched the journal: every line's seal follows from the line before, and no end is missing. */
export default function JournalScreen() {
  const { t } = useTranslation('supervisor');
  const verify = useDeskAction('verifyJournal');
  const [result, setResult] = useState<DeskValue<'verifyJournal'>>();
  const check = async () => {
    setResult(undefined);
    const reply = await verify.run({});
    if (reply.ok) setResult(reply.value);
  };
  return (
    <SupervisorPage title={t('places.journal.title')} lead={t('journal.lead')} narrow>
      <Button kind="primary" icon="check" busy={verify.busy} onClick={() => void check()}>
        {t('journal.check')}
      </Button>
      <div className="mt-4">
        {verify.busy && <Loading />}
        <RefusalAlert refusal={verify.refusal} />
        {result && <Result result={result} />}
      </div>
    </SupervisorPage>
  );
}

function Result({ result }: { result: DeskValue<'verifyJournal'> }) {
  const { t } = useTranslation('supervisor');
  return (
    <>
      {result.intact ? (
        <Alert kind="success" announced title={t(result.cuts.length === 0 ? 'journal.intact' : 'journal.linesIntact')}>
          <p>{t('journal.events', { count: result.events })}</p>
        </Alert>
      ) : (
        <Alert kind="danger" announced title={t('journal.broken')}>
          <p>{t('journal.brokenText', { line: result.firstBroken ?? 0 })}</p>
        </Alert>
      )}
      {result.cuts.length > 0 && (
        <Alert kind="warning" announced title={t('journal.cut')}>
          <ul>
            {result.cuts.map((cut) => (
              <li key={`${cut.at} ${cut.why}`}>
                {t(`journal.cuts.${cut.restored ? 'restored' : cut.why}`, { at: formatInstant(cut.at), known: cut.known, found: cut.found })}
              </li>
            ))}
          </ul>
          <p>{t('journal.cutText')}</p>
        </Alert>
      )}
    </>
  );
}
