import { setImmediate } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { DeskValue } from '../../../shared/desk/desk-api.ts';
import type { DeskCore } from '../desk-core.ts';
import { firstHash, seal } from '../journal.ts';
import type { SealedLine } from '../journal.ts';
import { cutsOf } from './journal-cuts.ts';

const linesAtATime = 1000;

/** What the chain of seals says of itself. */
type ChainVerdict = Omit<DeskValue<'verifyJournal'>, 'cuts'>;

/** Walks the journal's whole chain and looks for a missing end. A big one takes seconds, so other work is let through in between. */
export async function verifyJournal({ folder, open }: DeskCore): Promise<Answer<DeskValue<'verifyJournal'>>> {
  if (open === undefined) return refuse('not-signed-in');
  const cuts = cutsOf(folder, open);
  const verdict = await verifyChain(open.db);
  return verdict === undefined ? refuse('not-signed-in') : answer({ ...verdict, cuts });
}

/** Undefined when the records were closed under way. */
export async function verifyChain(db: Database.Database): Promise<ChainVerdict | undefined> {
  const page = db.prepare<[number, number], SealedLine>('select * from journal where seq > ? order by seq limit ?');
  let before = { seq: 0, hash: firstHash };
  while (db.open) {
    const lines = page.all(before.seq, linesAtATime);
    for (const line of lines) {
      if (!follows(line, before)) return { events: before.seq, intact: false, firstBroken: line.seq };
      before = line;
    }
    if (lines.length === 0) return { events: before.seq, intact: true, firstBroken: undefined };
    await setImmediate();
  }
  return undefined;
}

const follows = (line: SealedLine, before: { seq: number; hash: string }): boolean =>
  line.seq === before.seq + 1 && line.previous_hash === before.hash && line.hash === seal(before.hash, line);
