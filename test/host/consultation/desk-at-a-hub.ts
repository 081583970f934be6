import { expect } from 'vitest';
import type { DeskHostOptions } from '../../../electron/host/desk-host.ts';
import type { Desk } from '../../../electron/host/desk-methods.ts';
import type { QuestionDraft } from '../../../shared/hub/prepared-question.ts';
import type { DeskConsultation } from '../../../shared/hub/hub-views.ts';
import type { DeskEvent } from '../../../shared/desk/transport.ts';
import { deskSetUp, soon, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';
import { testHub } from '../hub-link/test-hub.ts';
import type { TestHub } from '../hub-link/test-hub.ts';
import { changingLibrary, namedSession, sampleProcedure } from '../session/session-desk.ts';

export const question: QuestionDraft = {
  topic: 'disability',
  urgency: 'deadline',
  language: 'it',
  preferential: false,
  done: 'Domanda compilata fino al quadro C',
  blocked: 'Il certificato risulta scaduto',
  asked: 'Si può usare il certificato di marzo?',
  identified: 'in-date',
};

/** Real records, a real line to a hub in the hands of the test, time in its hands as well; the supervisor is signed in. */
export async function deskAtAHub(options: Partial<DeskHostOptions> = {}) {
  const hub = await testHub();
  const time = new FakeTime();
  const folder = temporaryFolder();
  const host = { clock: time.clock, timers: time.timers, uptime: time.uptime, library: changingLibrary(sampleProcedure()), ...options };
  const { desk, clerkId } = await deskSetUp(folder, host);
  const events: DeskEvent[] = [];
  desk.subscribe((event) => void events.push(event));
  await valueOf(desk.methods.enrolDesk({ address: hub.address, code: 'uno-due-tre' }));
  await connected(desk);
  return { hub, time, folder, host, desk, clerkId, events };
}

export const readHub = (desk: Desk) => valueOf(desk.methods.readHub({}));

export const connected = (desk: Desk): Promise<void> => soonIs(async () => expect((await readHub(desk)).link).toEqual({ at: 'connected' }));

/** Waits for what can only be asked for. */
export async function soonIs(check: () => Promise<unknown>): Promise<void> {
  let failed: unknown;
  let done = false;
  const tries = async () => {
    for (;;) {
      try {
        await check();
        done = true;
        return;
      } catch (error) {
        failed = error;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    }
  };
  void tries();
  await soon(() => {
    if (!done) throw failed;
  });
}

/** A session that has asked, and its consultation as the hub would show it. */
export async function asked(desk: Desk, hub: TestHub, runId: string | null = null, sessionId?: string) {
  const session = sessionId ?? (await namedSession(desk)).id;
  const record = await valueOf(desk.methods.askOfficial({ sessionId: session, runId, officeId: 'parma', question }));
  const seen = consultation(record.id);
  hub.show({ consultations: [seen] });
  await soonIs(async () => expect((await readHub(desk)).view?.consultations).toHaveLength(1));
  return { sessionId: session, consultationId: record.id, seen };
}

export const consultation = (id: string, change: Partial<DeskConsultation> = {}): DeskConsultation => ({
  id,
  officeId: 'parma',
  officeName: 'INPS Parma',
  officePhone: '0521 000000',
  externalLink: null,
  state: 'waiting',
  askedAt: '2026-10-09T07:00:00.000Z',
  position: 1,
  medianWait: null,
  officialsAvailable: 1,
  callBackAt: null,
  officialName: null,
  call: null,
  endReason: null,
  decline: null,
  wrapUp: null,
  ...change,
});

export const callId = '01890000-0000-7000-8000-0000000000ca';

export const inCall = (sealingKey: string): Partial<DeskConsultation> => ({
  state: 'active',
  position: null,
  officialName: 'F. Neri',
  call: { callId, parties: [], invited: [], medium: 'video', deskSealingKey: sealingKey },
});
