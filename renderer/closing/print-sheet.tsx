import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJob, SessionDetail } from '../../shared/session/session-view.ts';
import { useDeskAction } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { formatInstant } from '../ui/dates.ts';
import { Dialog } from '../ui/dialog.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';

/** Prints the sheet: written down before the print dialog opens, and asked after whether the paper came out. */
export function PrintSheet({ session }: { session: SessionDetail }) {
  const { t } = useTranslation('take-home');
  const start = useDeskAction('startPrint');
  const settle = useDeskAction('settlePrint');
  const [asking, setAsking] = useState<string>();
  const print = async () => {
    const reply = await start.run({ sessionId: session.id });
    if (!reply.ok) return;
    window.print();
    setAsking(reply.value.id);
  };
  const answer = async (printed: boolean) => {
    if (asking === undefined) return;
    const reply = await settle.run({ printId: asking, printed });
    if (reply.ok) setAsking(undefined);
  };
  return (
    <div className="print-sheet no-print">
      <div className="print-actions">
        <ButtonLink to={paths.home}>{t('screen.home')}</ButtonLink>
        <Button kind="primary" icon="print" busy={start.busy} onClick={() => void print()}>
          {session.prints.length > 0 ? t('screen.printAgain') : t('screen.print')}
        </Button>
      </div>
      <LastPrint prints={session.prints} onAsk={setAsking} />
      <RefusalAlert refusal={start.refusal ?? settle.refusal} />
      {asking !== undefined && (
        <Dialog
          question={t('screen.askPrinted')}
          onClose={() => setAsking(undefined)}
          answers={
            <>
              <Button busy={settle.busy} onClick={() => void answer(false)}>
                {t('screen.notPrinted')}
              </Button>
              <Button kind="primary" icon="check" busy={settle.busy} onClick={() => void answer(true)} takesFocus>
                {t('screen.printed')}
              </Button>
            </>
          }
        />
      )}
    </div>
  );
}

/** What became of the last print, in words. */
function LastPrint({ prints, onAsk }: { prints: readonly PrintJob[]; onAsk: (printId: string) => void }) {
  const { t } = useTranslation('take-home');
  // In the order they were begun, whatever the clock said.
  const last = prints.at(-1);
  if (!last) return null;
  const when = formatInstant(last.at);
  switch (last.state) {
    case 'printed':
      return <p>{t('screen.lastPrinted', { when })}</p>;
    case 'failed':
      return <p>{t('screen.notPrintedHelp')}</p>;
    case 'queued':
      return (
        <p>
          {t('screen.unknownPrint', { when })}{' '}
          <Button kind="quiet" onClick={() => onAsk(last.id)}>
            {t('screen.didItPrint')}
          </Button>
        </p>
      );
  }
}
