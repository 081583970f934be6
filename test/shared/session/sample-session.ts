import type { ProcedureTexts } from '../../../shared/procedure/procedure-texts.ts';
import type { RunState } from '../../../shared/procedure/run-state.ts';
import type { RunRecord, RunScreen, SessionDetail } from '../../../shared/session/session-view.ts';
import { emptyState, sampleProcedure } from '../procedure/sample-procedure.ts';

export const today = '2026-11-22';
export const at = '2026-11-22T09:00:00Z';

export const texts: ProcedureTexts = {
  title: 'Procedura di prova', purpose: 'Prova.', who: 'Chi prova.', after: 'Si attende.', whereToAsk: ['Contact Center 803 164', 'Patronato'],
  facts: {}, steps: {}, blocks: {}, amounts: {}, followUps: {},
  documents: {
    'identity-card': { name: 'Documento d’identità', cannotFind: 'Si chiede un duplicato all’anagrafe.' },
    'family-status': { name: 'Stato di famiglia' },
  },
  deadlines: { application: { name: 'Domanda', rule: '120 giorni dal fatto' }, 'papers-in': { name: 'Carte', rule: '30 aprile' } },
  outcomes: { sent: { title: 'Inviata', resident: 'La domanda è partita: l’INPS risponde in 30 giorni.' } },
};

const record: RunRecord = {
  id: 'run-1', procedure: 'sample', version: '2026.1', contentHash: '0'.repeat(64), title: texts.title, startedAt: at,
  endedAt: at, outcome: 'submitted', currentStep: 'send', note: 'una nota', submissions: [], numbers: [],
};

const facts = { province: 'RM', married: true, event: '2026-11-01', children: 1, channel: 'portal' };
/** A run of the sample that was sent, with changes. */
export const run = (change: Partial<RunRecord> = {}, state: Partial<RunState> = {}): RunScreen => ({
  record: { ...record, ...change }, procedure: sampleProcedure, texts, state: { ...emptyState, facts, ...state }, carriedOver: {},
});

/** A session with that run in it, with changes. */
export const session = (change: Partial<SessionDetail> = {}): SessionDetail => ({
  id: 's', number: '2026-00017', privacy: 'named', state: 'open', who: 'Mario Rossi', clerkName: 'Ada Bo', openedAt: at, lastActivityAt: at,
  closedAt: undefined, outcome: undefined, procedures: [texts.title], run: undefined, step: undefined, people: [], runs: [run()], followUps: [], prints: [], consultations: [], continues: undefined, continuedBy: [],
  closing: undefined, reopenDaysLeft: 0, events: [], ...change,
});
