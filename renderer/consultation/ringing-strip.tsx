import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { paths } from '../desk/paths.ts';
import { Button } from '../ui/button.tsx';
import { chime } from '../ui/chime.ts';
import { Icon } from '../ui/icon.tsx';
import { useHub } from './use-hub.ts';

/** Two rings are so many milliseconds apart. */
const ringEvery = 4_000;

/** On every screen while an office calls back: it rings, and leads to the session it is about. */
export function RingingStrip() {
  const { t } = useTranslation('consultation');
  const [location, navigate] = useLocation();
  const hub = useHub();
  const ringing = hub?.view?.consultations.find(({ state }) => state === 'ringing');
  const sessionId = ringing && hub?.sessions[ringing.id];
  useRinging(ringing !== undefined);
  if (!ringing || sessionId === undefined || location.startsWith(paths.session(sessionId))) return null;
  return (
    <div role="alert" className="strip strip-warning no-print">
      <Icon name="telephone" />
      <strong>{t('bar.ringing', { office: ringing.officeName })}</strong>
      <Button kind="primary" onClick={() => navigate(paths.session(sessionId))}>
        {t('bar.goToCall')}
      </Button>
    </div>
  );
}

function useRinging(rings: boolean): void {
  useEffect(() => {
    if (!rings) return;
    chime();
    const timer = setInterval(chime, ringEvery);
    return () => clearInterval(timer);
  }, [rings]);
}
