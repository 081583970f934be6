import { useTranslation } from 'react-i18next';
import type { GuestRole } from '../../../shared/hub/closed-lists.ts';
import type { Presence } from '../../../shared/hub/hub-views.ts';
import type { Party } from '../../../shared/hub/signal.ts';
import type { LinkSnapshot } from '../mesh/mesh-link.ts';

/** Somebody by name and part; the name is empty where they have not said one. */
export interface Who {
  readonly role: 'desk' | 'official' | GuestRole;
  readonly name: string;
}

/** How somebody is called on screen: "Ana Prova, Interprete"; the part alone where there is no name. */
export function useWhoText(): (who: Who) => string {
  const { t } = useTranslation('hub');
  return ({ role, name }) => {
    const part = role === 'desk' || role === 'official' ? t(`party.${role}`) : t(`guest.${role}`);
    return name === '' ? part : `${name}, ${part}`;
  };
}

/** How a page calls the parties of its call. */
export function useNames(parties: readonly Presence[], links: readonly LinkSnapshot[], own: { readonly party: Party; readonly name: string }): (party: Party) => string {
  const whoText = useWhoText();
  return (party) => {
    const presence = parties.find((one) => one.party === party);
    if (presence === undefined) return '';
    const said = party === own.party ? own.name : links.find((one) => one.party === party)?.name;
    return whoText({ role: presence.role, name: presence.name || (said ?? '') });
  };
}
