import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubLink, HubLinkView } from '../../shared/desk/hub-link-view.ts';
import { useDeskAction, useDeskQuery } from '../desk/desk-context.tsx';
import { paths } from '../desk/paths.ts';
import { Alert } from '../ui/alert.tsx';
import { Actions, Button, ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { RefusalAlert } from '../ui/error-state.tsx';
import { Form } from '../ui/form.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useToast } from '../ui/toast.tsx';
import { SupervisorPage } from './supervisor-page.tsx';

/** The desk's link to the INPS officials: how it stands, and making the desk known with a one-time code. */
export default function HubScreen() {
  const { t } = useTranslation('supervisor');
  const hub = useDeskQuery('readHub', {});
  return (
    <SupervisorPage title={t('places.hub.title')} narrow>
      <Loaded query={hub}>
        {(view) => (
          <>
            <LinkState view={view} />
            <Actions>
              <ButtonLink to={paths.network} icon="refresh">
                {t('hub.try')}
              </ButtonLink>
            </Actions>
            {view.address === null || view.link.at === 'refused' || view.trial ? <EnrolForm address={view.trial ? '' : (view.address ?? '')} /> : <Leave address={view.address} />}
          </>
        )}
      </Loaded>
    </SupervisorPage>
  );
}

function LinkState({ view }: { view: HubLinkView }) {
  const { t } = useTranslation('supervisor');
  const kind = view.link.at === 'connected' ? 'success' : view.link.at === 'none' ? 'info' : 'warning';
  return (
    <Alert kind={kind}>
      <p>{useLinkWords()(view.link)}</p>
      {view.trial && <p>{t('hub.trial')}</p>}
      {!view.trial && view.address !== null && <p>{t('hub.at', { address: view.address, desk: view.view?.deskName ?? '' })}</p>}
    </Alert>
  );
}

function useLinkWords(): (link: HubLink) => string {
  const { t } = useTranslation('supervisor');
  return (link) => {
    switch (link.at) {
      case 'none':
        return t('hub.none');
      case 'connected':
        return t('hub.connected');
      case 'connecting':
        return link.trouble === null ? t('hub.connecting') : t(`hub.trouble.${link.trouble}`);
      case 'refused':
        return t(`hub.refused.${link.reason}`);
    }
  };
}

/** Address and one-time code, as whoever runs the hub gave them. */
function EnrolForm({ address: known }: { address: string }) {
  const { t } = useTranslation('supervisor');
  const announce = useToast();
  const enrol = useDeskAction('enrolDesk');
  const [address, setAddress] = useState(known);
  const [code, setCode] = useState('');
  const [errors, setErrors] = useState<{ readonly [Field in 'address' | 'code']?: string }>({});
  const send = async () => {
    const missing = { ...(address.trim() === '' && { address: t('hub.addressMissing') }), ...(code.trim() === '' && { code: t('hub.codeMissing') }) };
    setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    if ((await enrol.run({ address: address.trim(), code: code.trim() })).ok) announce(t('hub.enrolled'));
  };
  return (
    <Form onSubmit={() => void send()} errors={errors}>
      <TextField label={t('hub.address')} hint={t('hub.addressHint')} value={address} error={errors.address} onChange={setAddress} input={{ type: 'url', maxLength: 300 }} />
      <TextField label={t('hub.code')} hint={t('hub.codeHint')} value={code} error={errors.code} onChange={setCode} width="short" large input={{ maxLength: 60 }} />
      <RefusalAlert refusal={enrol.refusal} />
      <Actions>
        <Button submit kind="primary" busy={enrol.busy}>
          {t('hub.enrol')}
        </Button>
      </Actions>
    </Form>
  );
}

function Leave({ address }: { address: string }) {
  const { t } = useTranslation('supervisor');
  const [asking, setAsking] = useState(false);
  const forget = useDeskAction('forgetHub');
  return (
    <>
      <Actions>
        <Button onClick={() => setAsking(true)}>{t('hub.leave')}</Button>
      </Actions>
      {asking && (
        <Dialog
          question={t('hub.leaveQuestion')}
          onClose={() => setAsking(false)}
          answers={
            <>
              <Button onClick={() => setAsking(false)}>{t('hub.stay')}</Button>
              <Button kind="danger" busy={forget.busy} onClick={() => void forget.run({})}>
                {t('hub.leave')}
              </Button>
            </>
          }
        >
          <p>{t('hub.leaveText', { address })}</p>
          <RefusalAlert refusal={forget.refusal} />
        </Dialog>
      )}
    </>
  );
}
