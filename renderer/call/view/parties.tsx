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
  /** Of their line all is said elsewhere. */
  foremost: Party;
  nameOf: (party: Party) => string;
}

/** Everybody in the call, by name and part; of the lines beside the foremost also how they are where they are not good; of a guest's, its code. */
export function Parties({ me, parties, links, foremost, nameOf }: PartiesProps) {
  const { t } = useTranslation('call');
  return (
    <ul className="call-parties" aria-label={t('present')}>
      {parties.map(({ party, connected }) => {
        const link = party === me ? undefined : links.find((one) => one.party === party);
        return (
          <li key={party} data-party={party}>
            {nameOf(party)} {party === me && t('you')} {!connected && <Badge kind="warning">{t('away')}</Badge>}
            {link && party !== foremost && <Quality link={link} />}
            {link && isGuests(me, party) && <Code code={link.call.code} />}
          </li>
        );
      })}
    </ul>
  );
}

/** The code of the line between desk and official is shown larger, to be compared. */
const isGuests = (me: Party, party: Party): boolean => ![me, party].every((one) => one === 'desk' || one === 'official');

function Quality({ link: { call, line } }: { link: LinkSnapshot }) {
  const weak = call.state.at === 'bridging' || (call.state.at === 'live' && line !== undefined && line.verdict.level !== 'good');
  return weak && <QualityLine call={call} verdict={line?.verdict} />;
}

function Code({ code }: { code: string | null }) {
  const { t } = useTranslation('call');
  return code !== null && <span className="call-code">{t('code.with', { code: `${code.slice(0, 3)} ${code.slice(3)}` })}</span>;
}
