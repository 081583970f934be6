import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubLinkView } from '../../shared/desk/hub-link-view.ts';
import type { SessionDetail } from '../../shared/session/session-view.ts';
import { paths } from '../desk/paths.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { PapersSeen } from './papers-seen.tsx';
import { liveConsultation, useHub } from './use-hub.ts';
import { WrapUpNote } from './wrap-up-note.tsx';

/** The way to an INPS official, by video where there is a line, and always by telephone; and what an official has answered. */
export function OfficialCard({ session }: { session: SessionDetail }) {
  const { t } = useTranslation(['consultation', 'session']);
  const hub = useHub();
  const asked = liveConsultation(hub, session.id);
  return (
    <section className="side-part official" aria-label={t('consultation:card.title')}>
      <h2>
        <Icon name="video" /> {t('consultation:card.title')}
      </h2>
      {session.consultations.map((consultation) => (
        <WrapUpNote key={consultation.id} consultation={consultation} />
      ))}
      <PapersSeen consultations={session.consultations} />
      {hub && asked === undefined && <WayToAsk hub={hub} sessionId={session.id} />}
      <p className="official-call">{t('session:workspace.officialCall')}</p>
      <dl>
        <dt>{t('session:officialLandlineNumber')}</dt>
        <dd>{t('session:workspace.officialLandline')}</dd>
        <dt>{t('session:officialMobileNumber')}</dt>
        <dd>{t('session:workspace.officialMobile')}</dd>
      </dl>
    </section>
  );
}

/** The button, or why there is none; nothing at a desk that has no hub. */
function WayToAsk({ hub, sessionId }: { hub: HubLinkView; sessionId: string }): ReactNode {
  const { t } = useTranslation('consultation');
  switch (hub.link.at) {
    case 'none':
      return null;
    case 'connecting':
      return <p>{t('card.connecting')}</p>;
    case 'refused':
      return <p>{t('card.refused')}</p>;
    case 'connected':
      if ((hub.view?.offices.length ?? 0) === 0) return <p>{t('card.noOffices')}</p>;
      return (
        <>
          <ButtonLink to={paths.askOfficial(sessionId)} icon="video">
            {t('card.ask')}
          </ButtonLink>
          {hub.trial && <TrialNote officialAddress={hub.trial.officialAddress} />}
        </>
      );
  }
}

/** A newcomer sees both ends on one computer. */
function TrialNote({ officialAddress }: { officialAddress: string }) {
  const { t } = useTranslation('consultation');
  return (
    <p className="side-note">
      {t('card.trial')}{' '}
      <a href={officialAddress} target="_blank" rel="noreferrer">
        {t('card.trialOpen')}
      </a>
    </p>
  );
}
