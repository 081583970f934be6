import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { declineReasons } from '../../shared/hub/closed-lists.ts';
import type { DeclineReason } from '../../shared/hub/closed-lists.ts';
import type { HubRefusalCode } from '../../shared/hub/hub-refusal.ts';
import type { OfficialConsultation, OfficialHubView } from '../../shared/hub/hub-views.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceCards } from '../ui/choice-cards.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useHubAction } from './hub-context.tsx';

type Asking = 'decline' | 'transfer' | undefined;

/** What can be done with a question where it stands; the main answer on the right. */
export function ConsultationActions({ consultation, view }: { consultation: OfficialConsultation; view: OfficialHubView }) {
  const { t } = useTranslation('official');
  const [asking, setAsking] = useState<Asking>();
  const { state, mine, id: consultationId } = consultation;
  const input = { consultationId };
  const claim = useHubAction('claim');
  const ring = useHubAction('ring');
  const stopRinging = useHubAction('stopRinging');
  const putBack = useHubAction('putBack');
  const end = useHubAction('endConsultation');
  const held = mine && state === 'active';
  const inQueue = state === 'waiting' || state === 'promised';
  if (!inQueue && !held && state !== 'ringing') return null;
  const refusal = [claim, ring, stopRinging, putBack, end].find((action) => action.refusal !== undefined)?.refusal;
  return (
    <div className="actions">
      <div className="actions-left">
        {(inQueue || held) && <Button kind="quiet" onClick={() => setAsking('decline')}>{t('decline')}</Button>}
        {(inQueue || held) && view.offices.length > 1 && <Button kind="quiet" onClick={() => setAsking('transfer')}>{t('transfer')}</Button>}
        {held && <Button kind="quiet" busy={putBack.busy} onClick={() => void putBack.run(input)}>{t('putBack')}</Button>}
      </div>
      <HubRefusalLine code={refusal} />
      {state === 'ringing' && mine && <Button busy={stopRinging.busy} onClick={() => void stopRinging.run(input)}>{t('stopRinging')}</Button>}
      {state === 'promised' && <Button kind="primary" icon="telephone" busy={ring.busy} onClick={() => void ring.run(input)}>{t('ring')}</Button>}
      {state === 'waiting' && <Button kind="primary" icon="video" busy={claim.busy} onClick={() => void claim.run(input)}>{t('claim')}</Button>}
      {held && <Button kind="danger" busy={end.busy} onClick={() => void end.run(input)}>{t('endConsultation')}</Button>}
      {asking === 'decline' && <DeclineDialog consultationId={consultationId} onClose={() => setAsking(undefined)} />}
      {asking === 'transfer' && <TransferDialog consultation={consultation} view={view} onClose={() => setAsking(undefined)} />}
    </div>
  );
}

/** Why the hub said no, beside the buttons that asked. */
export function HubRefusalLine({ code }: { code: HubRefusalCode | undefined }) {
  const { t } = useTranslation('hub');
  return <p role="alert" className={code ? 'field-error' : undefined}>{code && t(`refusal.${code}`)}</p>;
}

function DeclineDialog({ consultationId, onClose }: { consultationId: string; onClose: () => void }) {
  const { t } = useTranslation(['official', 'hub']);
  const [reason, setReason] = useState<DeclineReason>();
  const decline = useHubAction('decline');
  const send = async () => {
    if (reason !== undefined && (await decline.run({ consultationId, reason })).ok) onClose();
  };
  return (
    <Dialog
      question={t('official:declineQuestion')}
      onClose={onClose}
      answers={
        <>
          <Button onClick={onClose}>{t('official:cancel')}</Button>
          <Button kind="primary" busy={decline.busy || reason === undefined} onClick={() => void send()}>
            {t('official:declineSend')}
          </Button>
        </>
      }
    >
      <ChoiceCards label={t('official:declineReason')} labelHidden stacked value={reason} onChange={setReason} choices={declineReasons.map((value) => ({ value, title: t(`hub:decline.${value}`) }))} />
      <HubRefusalLine code={decline.refusal} />
    </Dialog>
  );
}

function TransferDialog({ consultation, view, onClose }: { consultation: OfficialConsultation; view: OfficialHubView; onClose: () => void }) {
  const { t } = useTranslation('official');
  const [officeId, setOffice] = useState<string>();
  const transfer = useHubAction('transfer');
  const send = async () => {
    if (officeId !== undefined && (await transfer.run({ consultationId: consultation.id, officeId })).ok) onClose();
  };
  const others = view.offices.filter(({ id }) => id !== consultation.officeId);
  return (
    <Dialog
      question={t('transferQuestion')}
      onClose={onClose}
      answers={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" busy={transfer.busy || officeId === undefined} onClick={() => void send()}>
            {t('transferSend')}
          </Button>
        </>
      }
    >
      <ChoiceCards label={t('transferOffice')} labelHidden stacked value={officeId} onChange={setOffice} choices={others.map(({ id, name }) => ({ value: id, title: name }))} />
      <HubRefusalLine code={transfer.refusal} />
    </Dialog>
  );
}
