import { expect, test } from 'vitest';
import { askInputSchema } from './ask-input.ts';
import { deskSetUp, openDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { testHub } from '../hub-link/test-hub.ts';
import { namedSession } from '../session/session-desk.ts';
import { asked, connected, consultation, deskAtAHub, question, readHub, soonIs } from './desk-at-a-hub.ts';

test('without a hub the desk says so, and nothing is asked', async () => {
  const { desk } = await deskSetUp(temporaryFolder());
  expect(await readHub(desk)).toEqual({ link: { at: 'none' }, address: null, trial: null, view: null, sessions: {} });
  const { id } = await namedSession(desk);
  expect(await desk.methods.askOfficial({ sessionId: id, runId: null, officeId: 'parma', question })).toMatchObject({ code: 'hub-not-set' });
  expect((await valueOf(desk.methods.readHome({}))).hub).toBe('none');
});

test('enrolled once with a code, a desk is on line whenever somebody is signed in', async () => {
  const { hub, desk, host, folder, clerkId } = await deskAtAHub();
  expect(hub.enrolmentName).toBe('Comune di Roccabianca (PR)');
  expect(await readHub(desk)).toMatchObject({ address: hub.address, trial: null, view: { offices: [{ id: 'parma' }] } });
  expect((await valueOf(desk.methods.readHome({}))).hub).toBe('reachable');
  await valueOf(desk.methods.signOut({}));
  await soonIs(async () => expect(hub.sockets.size).toBe(0));
  desk.close();
  const again = openDesk(folder, host);
  await valueOf(again.methods.signIn({ clerkId, passphrase: 'il cavallo mangia la biada' }));
  await connected(again);
  expect(hub.desks.size).toBe(1);
});

test('an address that is not safe, a wrong code and a hub that is not there each have their own no', async () => {
  const hub = await testHub();
  const { desk } = await deskSetUp(temporaryFolder());
  const enrol = (address: string, code: string) => desk.methods.enrolDesk({ address, code });
  expect(await enrol('http://hub.example.it', 'x')).toMatchObject({ code: 'hub-address-not-safe' });
  expect(await enrol(hub.address, 'quattro')).toMatchObject({ code: 'enrolment-code-wrong' });
  await hub.die();
  expect(await enrol(hub.address, 'uno-due-tre')).toMatchObject({ code: 'hub-unreachable' });
  await hub.start();
  expect((await readHub(desk)).link).toEqual({ at: 'none' });
});

test('a hub that knows the desk no more is left, and saving the settings leads to no other', async () => {
  const { hub, desk } = await deskAtAHub();
  hub.send({ type: 'dismissed', reason: 'not-enrolled' });
  await soonIs(async () => expect(await readHub(desk)).toMatchObject({ link: { at: 'refused', reason: 'not-enrolled' }, address: hub.address }));
  expect((await valueOf(desk.methods.readHome({}))).hub).toBe('refused');
  const settings = await valueOf(desk.methods.readSettings({}));
  expect(settings).not.toHaveProperty('hubAddress');
  await valueOf(desk.methods.saveSettings({ ...settings, deskContact: 'Piazza Verdi 1' }));
  expect((await readHub(desk)).address).toBe(hub.address);
  await valueOf(desk.methods.forgetHub({}));
  expect(await readHub(desk)).toMatchObject({ link: { at: 'none' }, address: null });
});

test('a question goes out as it was typed, with a key for the answer and with the run’s titles and states', async () => {
  const { hub, desk } = await deskAtAHub();
  const session = await namedSession(desk, 'Zanellato', 'Ildegarda');
  const run = await valueOf(desk.methods.startRun({ sessionId: session.id, procedure: 'sample' }));
  await asked(desk, hub, run.record.id, session.id);
  const [call] = hub.called('ask');
  const input = askInputSchema.parse(call?.input);
  expect(input.question).toEqual(question);
  expect(input.checklist?.steps.map(({ state }) => state)).toContain('now');
  expect(JSON.stringify(input)).not.toMatch(/Zanellato|Ildegarda/);
});

test('the official sees the run go on, and hears of it once', async () => {
  const { hub, desk, time } = await deskAtAHub();
  const session = await namedSession(desk);
  const { record, procedure } = await valueOf(desk.methods.startRun({ sessionId: session.id, procedure: 'sample' }));
  await asked(desk, hub, record.id, session.id);
  time.pass({ seconds: 1 });
  expect(hub.called('reportProgress')).toEqual([]);
  const [first, second] = procedure.steps;
  await valueOf(desk.methods.showStep({ runId: record.id, step: second?.id ?? '' }));
  await valueOf(desk.methods.showStep({ runId: record.id, step: second?.id ?? '' }));
  time.pass({ seconds: 1 });
  await soonIs(async () => expect(hub.called('reportProgress')).toHaveLength(1));
  await valueOf(desk.methods.showStep({ runId: record.id, step: first?.id ?? '' }));
  time.pass({ seconds: 1 });
  await soonIs(async () => expect(hub.called('reportProgress')).toHaveLength(2));
});

test.each([
  ['asked', 'RSSMRA85T10A562S ha diritto?', 'question-has-codice-fiscale'],
  ['done', 'scritto a mario.rossi@example.it', 'question-has-e-mail'],
  ['blocked', 'domus 1234567890123', 'question-has-long-number'],
  ['asked', 'IT60X0542811101000000123456', 'question-has-iban'],
  ['asked', '   ', 'question-empty'],
] as const)('%s: %j is refused by its name', async (part, text, code) => {
  const { hub, desk } = await deskAtAHub();
  const { id } = await namedSession(desk);
  expect(await desk.methods.askOfficial({ sessionId: id, runId: null, officeId: 'parma', question: { ...question, [part]: text } })).toMatchObject({ code });
  expect(hub.called('ask')).toEqual([]);
});

test('a question the hub does not take leaves nothing behind but a line in the journal', async () => {
  const { hub, desk } = await deskAtAHub();
  const { id } = await namedSession(desk);
  hub.answer = () => ({ refuse: 'no-office-covers' });
  expect(await desk.methods.askOfficial({ sessionId: id, runId: null, officeId: 'parma', question })).toMatchObject({ code: 'no-office-covers' });
  const session = await valueOf(desk.methods.readSession({ sessionId: id }));
  expect(session.consultations).toEqual([]);
  expect(session.events.map(({ event }) => event)).toEqual(expect.arrayContaining(['consultation-asked', 'consultation-not-taken']));
});

test('a question the hub may have heard is asked again with the same id, until the hub shows it', async () => {
  const { hub, desk, time } = await deskAtAHub();
  const { id } = await namedSession(desk);
  hub.answer = () => (hub.called('ask').length < 3 ? 'hang up' : { value: null });
  const record = desk.methods.askOfficial({ sessionId: id, runId: null, officeId: 'parma', question });
  await soonIs(async () => {
    time.pass({ seconds: 3 });
    expect(hub.called('ask').length).toBeGreaterThanOrEqual(3);
  });
  const { id: consultationId } = await valueOf(Promise.resolve(record));
  expect(new Set(hub.called('ask').map(({ input }) => askInputSchema.parse(input).consultationId))).toEqual(new Set([consultationId]));
  hub.show({ consultations: [consultation(consultationId)] });
  await soonIs(async () => expect(await valueOf(desk.methods.readConsultation({ consultationId }))).toMatchObject({ stage: 'waiting' }));
});

test('one session asks once at a time', async () => {
  const { hub, desk } = await deskAtAHub();
  const { sessionId } = await asked(desk, hub);
  expect(await desk.methods.askOfficial({ sessionId, runId: null, officeId: 'parma', question })).toMatchObject({ code: 'already-asking' });
  expect(await desk.methods.askOfficial({ sessionId: (await namedSession(desk)).id, runId: null, officeId: 'roma', question })).toMatchObject({ code: 'no-such-office' });
});

test('what a hub says of consultations this desk never asked is neither shown nor written', async () => {
  const { hub, desk } = await deskAtAHub();
  const { seen } = await asked(desk, hub);
  const foreign = consultation('01890000-0000-7000-8000-00000000f0f0', { state: 'active' });
  hub.show({ consultations: [foreign, { ...seen, position: 4 }] });
  await soonIs(async () => expect((await readHub(desk)).view?.consultations[0]?.position).toBe(4));
  expect((await readHub(desk)).view?.consultations).toHaveLength(1);
  expect(await desk.methods.readConsultation({ consultationId: foreign.id })).toMatchObject({ code: 'no-such-consultation' });
});

test('a confidential session may ask; a colleague sees nothing of it', async () => {
  const { hub, desk } = await deskAtAHub();
  const { id: sessionId } = await valueOf(desk.methods.openSession({ privacy: 'confidential' }));
  const { consultationId } = await asked(desk, hub, null, sessionId);
  const { id } = await valueOf(desk.methods.addClerk({ displayName: 'Bruno Ferri', role: 'clerk', passphrase: 'quattro mele e una pera' }));
  await valueOf(desk.methods.signOut({}));
  await valueOf(desk.methods.signIn({ clerkId: id, passphrase: 'quattro mele e una pera' }));
  await connected(desk);
  expect(await readHub(desk)).toMatchObject({ view: { consultations: [] }, sessions: {} });
  expect(await desk.methods.readConsultation({ consultationId })).toMatchObject({ code: 'session-confidential' });
  expect(await desk.methods.withdrawConsultation({ consultationId })).toMatchObject({ code: 'session-confidential' });
});

test('closing a session withdraws what still waits', async () => {
  const { hub, desk } = await deskAtAHub();
  const { sessionId, consultationId } = await asked(desk, hub);
  await valueOf(desk.methods.closeSession({ sessionId, closing: { outcome: 'info-only', autonomy: 1, useful: 'yes', referral: 'none' }, followUp: null }));
  await soonIs(async () => expect(hub.called('withdraw').map(({ input }) => input)).toEqual([{ consultationId }]));
});

test('a session may ask again once the hub it asked at is not the desk’s any more', async () => {
  const { hub, desk } = await deskAtAHub();
  const { sessionId, consultationId } = await asked(desk, hub);
  await valueOf(desk.methods.forgetHub({}));
  expect(await valueOf(desk.methods.readConsultation({ consultationId }))).toMatchObject({ stage: 'lost' });
  hub.codes.add('quattro-cinque-sei');
  hub.show({ consultations: [] });
  await valueOf(desk.methods.enrolDesk({ address: hub.address, code: 'quattro-cinque-sei' }));
  await connected(desk);
  expect(await desk.methods.askOfficial({ sessionId, runId: null, officeId: 'parma', question })).toMatchObject({ ok: true });
});
