import { partySchema } from '../../../shared/hub/signal.ts';
import type { Party } from '../../../shared/hub/signal.ts';
import type { LinkSnapshot } from './mesh-link.ts';

/** One picture on the stage. `signing`: never smaller than hands can be read at. */
export interface Tile {
  readonly party: Party;
  readonly line: 'camera' | 'screen';
  readonly size: 'large' | 'signing' | 'small';
}

type Seen = Pick<LinkSnapshot, 'party' | 'role' | 'call'>;

/** Whom one talks with first of all: the desk with the official, everybody else too. */
export const foremost = (me: Party): readonly Party[] => (me === 'official' ? ['desk', 'guest-1', 'guest-2'] : ['official', ...partySchema.options.filter((party) => party !== 'official' && party !== me)]);

/** Which pictures a page shows, the large one first: a screen that is shown, or else whom one talks with first of all. */
export function stageOrder(me: Party, seen: readonly Seen[]): readonly Tile[] {
  const order = foremost(me);
  const others = seen.toSorted((left, right) => order.indexOf(left.party) - order.indexOf(right.party));
  const shows = others.find(({ call }) => call.theirs?.screen === true);
  const [first] = others;
  if (!first) return [];
  const large: Tile = shows ? { party: shows.party, line: 'screen', size: 'large' } : { party: first.party, line: 'camera', size: 'large' };
  const cameras = others.filter(({ party }) => shows !== undefined || party !== first.party).map(({ party, role }): Tile => ({ party, line: 'camera', size: role === 'sign-interpreter' ? 'signing' : 'small' }));
  return [large, ...cameras.filter(({ size }) => size === 'signing'), ...cameras.filter(({ size }) => size === 'small')];
}

/** The line that stands for the call as a whole: the foremost one that carries something, or else the foremost. */
export function foremostLink<Link extends Seen>(me: Party, seen: readonly Link[]): Link | undefined {
  const order = foremost(me);
  const others = seen.toSorted((left, right) => order.indexOf(left.party) - order.indexOf(right.party));
  // Between desk and official only their own line says how the call stands: it may have gone on by telephone.
  const own = me === 'desk' || me === 'official' ? others.find(({ party }) => party === order[0]) : undefined;
  return own ?? others.find(({ call }) => call.state.at === 'live') ?? others[0];
}
