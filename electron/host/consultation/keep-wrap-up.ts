import { webcrypto } from 'node:crypto';
import { openWords } from '../../../shared/hub/sealed-words.ts';
import type { SealedWrapUp, WrapUpWords } from '../../../shared/hub/wrap-up.ts';
import { newId } from '../new-id.ts';
import { commitChange } from '../session/commit-change.ts';
import type { ChangeGround } from '../session/commit-change.ts';
import { changeFollowUp, findFollowUp, insertFollowUp } from '../session/follow-up-store.ts';
import { findSession } from '../session/session-store.ts';
import { findConsultation, setWrapUp } from './consultation-store.ts';
import type { ConsultationRow } from './consultation-store.ts';

/**
 * Opens what an official left behind and writes it into the records. Words that do not open leave the rest: outcome and
 * route are not sealed.
 * @param stillOpen whether these records are: opening takes a moment, and somebody may sign out meanwhile
 * @returns whether all of it is on disk, so that the hub may forget it
 */
export async function keepWrapUp(ground: ChangeGround, row: ConsultationRow, sealed: SealedWrapUp, stillOpen: () => boolean): Promise<boolean> {
  const { sealing_private_key: key } = row;
  const words = key === null ? undefined : await openWords(webcrypto, row.id, key, sealed.words);
  const now = stillOpen() ? findConsultation(ground.db, row.id) : undefined;
  if (now === undefined) return false;
  if (!isKept(now, sealed, words)) keep(ground, now, sealed, words);
  // Without a key retention was here first: nobody wants the words any more.
  return words !== undefined || key === null;
}

const isKept = (row: ConsultationRow, sealed: SealedWrapUp, words: WrapUpWords | undefined): boolean =>
  row.outcome === sealed.outcome && row.standard_route === Number(sealed.standardRoute) && row.words_json === jsonOf(words);

const jsonOf = (words: WrapUpWords | undefined): string | null => (words === undefined ? null : JSON.stringify(words));

function keep(ground: ChangeGround, row: ConsultationRow, { outcome, standardRoute }: SealedWrapUp, words: WrapUpWords | undefined): void {
  const line = { event: 'wrap-up-kept', sessionId: row.session_id, data: { consultation: row.id, outcome, readable: words !== undefined } } as const;
  commitChange(ground, line, (at) => {
    const followUp = words?.followUp == null ? row.follow_up_id : keepFollowUp(ground, row, words.followUp);
    setWrapUp(ground.db, row.id, { wrap_up_at: at, outcome, standard_route: standardRoute ? 1 : 0, words_json: jsonOf(words), follow_up_id: followUp });
  });
}

/** One reminder a consultation, put right when the official corrects it; a confidential session leaves none. */
function keepFollowUp(ground: ChangeGround, row: ConsultationRow, { due, what }: NonNullable<WrapUpWords['followUp']>): string | null {
  if (findSession(ground.db, row.session_id)?.privacy === 'confidential') return row.follow_up_id;
  const known = row.follow_up_id === null ? undefined : findFollowUp(ground.db, row.follow_up_id);
  if (known !== undefined) {
    changeFollowUp(ground.db, { id: known.id, due, what });
    return known.id;
  }
  const id = newId(ground.clock());
  insertFollowUp(ground.db, { id, session: row.session_id, due, what });
  ground.journal.append('follow-up-added', { sessionId: row.session_id, data: { followUp: id, due } });
  return id;
}
