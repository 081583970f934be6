import { useTranslation } from 'react-i18next';
import type { Presence } from '../../../shared/hub/hub-views.ts';
import type { Party } from '../../../shared/hub/signal.ts';
import { Badge } from '../../ui/badge.tsx';
import type { LinkSnapshot } from '../mesh/mesh-link.ts';
import { QualityLine } from './quality-line.tsx';

interface PartiesProps {
  me: Party;
  parties: readonly Presence[];
  links: readonly LinkSnapshot[];
  nameOf: (party: Party) => string;
}

/** Everybody in the call, by name and part; of a guest's line also how it is where it is not good, and its code. */
export function Parties({ me, parties, links, nameOf }: PartiesProps) {
  const { t } = useTranslation('call');
  return (
    <ul className="call-parties" aria-label={t('present')}>
      {parties.map(({ party, connected }) => {
        const link = party === me ? undefined : links.find((one) => one.party === party);
        return (
          <li key={party} data-party={party}>
            {nameOf(party)} {party === me && t('you')} {!connected && <Badge kind="warning">{t('away')}</Badge>}
            {link && isGuests(me, party) && <GuestLine link={link} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Of the line between desk and official all is said elsewhere. */
const isGuests = (me: Party, party: Party): boolean => ![me, party].every((one) => one === 'desk' || one === 'official');

function GuestLine({ link: { call, line } }: { link: LinkSnapshot }) {
  const { t } = useTranslation('call');
  const weak = call.state.at === 'bridging' || (call.state.at === 'live' && line !== undefined && line.verdict.level !== 'good');
  return (
    <>
      {weak && <QualityLine call={call} verdict={line?.verdict} />}
      {call.code !== null && <span className="call-code">{t('code.with', { code: `${call.code.slice(0, 3)} ${call.code.slice(3)}` })}</span>}
    </>
  );
}
