import { answer } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import type { DeskConsultation, DeskHubView } from '../../../shared/hub/hub-views.ts';
import type { SealedWrapUp } from '../../../shared/hub/wrap-up.ts';
import type { HubLink } from '../hub-link/hub-link.ts';
import { commitChange } from '../session/commit-change.ts';
import { findSession } from '../session/session-store.ts';
import { askInput } from './ask-hub.ts';
import { findConsultation, liveConsultationsIn, removeConsultation, setStanding } from './consultation-store.ts';
import type { ConsultationRow } from './consultation-store.ts';
import type { HubGround } from './hub-ground.ts';
import { keepView } from './keep-view.ts';
import { keepWrapUp } from './keep-wrap-up.ts';
import { loggedLater } from './logged.ts';
import { ProgressReports } from './progress-reports.ts';

/** Writes each view of one hub into the records, and does what it asks for: asking again, opening wrap-ups, telling progress. */
export class ViewKeeper {
  readonly #ground: HubGround;
  readonly #link: HubLink;
  readonly #progress: ProgressReports;
  readonly #asking = new Set<string>();
  /** Wrap-ups that were looked at, by the words they came with: a view is sent again and again. */
  readonly #wrapUps = new Set<string>();
  #kept: DeskHubView | undefined;
  #closed = false;

  constructor(ground: HubGround, link: HubLink) {
    this.#ground = ground;
    this.#link = link;
    this.#progress = new ProgressReports(ground, ground.timers, (method, input) => link.call(method, input));
  }

  /** A view that was written down already costs nothing. */
  keep(view: DeskHubView): void {
    if (view === this.#kept || this.#closed) return;
    const missing = keepView(this.#ground, this.#link.address, view);
    this.#kept = view;
    for (const row of missing) if (!this.#asking.has(row.id)) loggedLater(() => this.ask(row));
    for (const seen of view.consultations) this.#look(seen);
    this.#progress.soon(this.#link.address);
  }

  /** A run may stand elsewhere than the officials know, or the session may be over. */
  sessionChanged(sessionId: string | null): void {
    this.#progress.soon(this.#link.address);
    const session = sessionId === null ? undefined : findSession(this.#ground.db, sessionId);
    if (session?.state !== 'closed') return;
    for (const row of liveConsultationsIn(this.#ground.db, session.id)) this.#leave(row);
  }

  /**
   * Asks the hub for what is written down. Refused for good it is taken back, and the refusal given on; with the line down it
   * stays and is asked again at the next view.
   */
  async ask(row: ConsultationRow): Promise<Answer<null>> {
    const input = askInput(this.#ground, row);
    if (input === undefined) return answer(null);
    this.#asking.add(row.id);
    this.#progress.note(row.id, input.checklist);
    const asked = await this.#link.call('ask', input);
    this.#asking.delete(row.id);
    const now = this.#closed ? undefined : findConsultation(this.#ground.db, row.id);
    if (now?.stage === 'asking') return this.#settle(now, asked);
    return answer(null);
  }

  close(): void {
    this.#closed = true;
    this.#progress.stop();
  }

  #settle(row: ConsultationRow, asked: Answer<null>): Answer<null> {
    if (asked.ok) setStanding(this.#ground.db, row.id, { ...row, stage: 'waiting' });
    else if (asked.code === 'hub-not-connected') return answer(null);
    else this.#takeBack(row, asked.code);
    return asked;
  }

  #look(seen: DeskConsultation): void {
    const { wrapUp } = seen;
    if (wrapUp !== null) loggedLater(() => this.#keepWrapUp(seen, wrapUp));
  }

  /** A promised call-back is kept: the session can be reopened for it. */
  #leave({ id, stage }: ConsultationRow): void {
    if (stage !== 'promised') loggedLater(() => this.#link.call(stage === 'active' ? 'endConsultation' : 'withdraw', { consultationId: id }));
  }

  #takeBack(row: ConsultationRow, code: string): void {
    const line = { event: 'consultation-not-taken', sessionId: row.session_id, data: { consultation: row.id, code } } as const;
    commitChange(this.#ground, line, () => removeConsultation(this.#ground.db, row.id));
  }

  /** The hub is told to forget it once the conversation is over: until then the official may put it right. */
  async #keepWrapUp({ id, state }: DeskConsultation, sealed: SealedWrapUp): Promise<void> {
    const mark = `${id} ${state === 'ended'} ${sealed.words.iv} ${sealed.words.senderKey}`;
    const row = findConsultation(this.#ground.db, id);
    if (row?.hub_address !== this.#link.address || this.#wrapUps.has(mark)) return;
    this.#wrapUps.add(mark);
    const kept = await keepWrapUp(this.#ground, row, sealed, () => !this.#closed);
    if (!kept || this.#closed || state !== 'ended') return;
    const confirmed = await this.#link.call('confirmWrapUp', { consultationId: id });
    // The hub still shows it after a confirmation that did not arrive.
    if (!confirmed.ok) this.#wrapUps.delete(mark);
  }
}
