import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import { CallOfMany, enterCall, pictureOf, picturesCome } from './third-person.ts';

// Third and fourth persons in a call, with everything real: desk, official, hub, and a browser process for each of them.
test.describe.configure({ timeout: 900_000 });
let call: CallOfMany;

test.beforeEach(async () => {
  call = new CallOfMany();
  await call.open();
});
test.afterEach(() => call.close());

test('an interpreter comes in by a link, all three see each other, and what one writes reaches all with the name', async () => {
  const link = await call.invite('Interprete');
  await expectAccessible(call.clerk);
  await expect(call.official.getByText('Invito per: Interprete.')).toBeVisible();
  const ana = await call.openInvitation(link);
  await expect(ana.getByText(/sportello «.+» e l’INPS \(Ivo Prova\)/)).toBeVisible();
  await expect(ana.getByText('Partecipa come: interprete.')).toBeVisible();
  await expectAccessible(ana);
  await ana.getByRole('button', { name: 'Entra nel colloquio' }).click();
  await expect(ana.getByText('Scrivere il proprio nome.')).toBeVisible();
  await ana.getByLabel('Come si chiama').fill('RSSMRA80A01H501U');
  await ana.getByRole('button', { name: 'Entra nel colloquio' }).click();
  await expect(ana.getByText(/Scrivere solo il proprio nome/)).toBeVisible();
  await enterCall(ana, 'Ana Prova');

  await Promise.all([picturesCome(call.clerk, ['large', 'guest-1']), picturesCome(call.official, ['large', 'guest-1']), picturesCome(ana, ['large', 'desk'])]);
  for (const page of [call.clerk, call.official]) await expect(page.getByRole('list', { name: 'Chi è presente' })).toContainText('Ana Prova, Interprete');
  await expect(ana.getByRole('list', { name: 'Chi è presente' })).toContainText('Ana Prova, Interprete (questo computer)');
  for (const page of [ana, call.clerk, call.official]) await expectAccessible(page);

  await ana.getByLabel('Scrivi un messaggio').fill('Traduco dall’albanese.');
  await ana.keyboard.press('Enter');
  for (const page of [call.clerk, call.official]) await expect(page.getByText('Ana Prova, Interprete: Traduco dall’albanese.')).toBeVisible();
  await call.clerk.getByLabel('Scrivi un messaggio').fill('Grazie.');
  await call.clerk.keyboard.press('Enter');
  for (const page of [ana, call.official]) await expect(page.getByText(/Sportello: Grazie\./)).toBeVisible();

  await ana.reload();
  await enterCall(ana, 'Ana Prova');
  await Promise.all([picturesCome(call.clerk, ['guest-1']), picturesCome(call.official, ['guest-1']), picturesCome(ana, ['large', 'desk'])]);
});

test('a fourth comes in, a fifth cannot; one leaves and one is sent away, and the others go on', async () => {
  const ana = await call.openInvitation(await call.invite('Interprete'));
  await enterCall(ana, 'Ana Prova');
  await picturesCome(ana, ['large', 'desk']);

  await call.official.getByRole('button', { name: 'Invita un’altra persona' }).click();
  await call.official.getByRole('button', { name: 'Interprete LIS', exact: true }).click();
  await call.official.getByRole('button', { name: 'Crea l’invito' }).click();
  const lea = await call.openInvitation(await call.linkOn(call.official, 'Interprete LIS'));
  await enterCall(lea, 'Lea Prova');
  await Promise.all([picturesCome(call.official, ['guest-2']), picturesCome(ana, ['guest-2'])]);
  // Whom the official invites the resident has to agree to first.
  await expect(pictureOf(call.clerk, 'guest-2')).toHaveCount(0);
  await call.clerk.getByRole('button', { name: 'È d’accordo', exact: true }).click();
  await Promise.all([
    picturesCome(call.clerk, ['large', 'guest-1', 'guest-2']),
    picturesCome(call.official, ['large', 'guest-1', 'guest-2']),
    picturesCome(ana, ['large', 'desk', 'guest-2']),
    picturesCome(lea, ['large', 'desk', 'guest-1']),
  ]);
  await expectAccessible(lea);
  const signing = await pictureOf(call.clerk, 'guest-2').boundingBox();
  expect([signing && signing.width >= 320, signing && signing.height >= 240]).toEqual([true, true]);
  for (const page of [call.clerk, call.official]) await expect(page.getByRole('button', { name: 'Invita un’altra persona' })).toHaveCount(0);

  await ana.getByRole('button', { name: 'Esci dal colloquio' }).click();
  await expect(ana.getByRole('heading', { name: 'È uscito dal colloquio' })).toBeVisible();
  await expect(pictureOf(call.clerk, 'guest-1')).toHaveCount(0);
  await Promise.all([picturesCome(call.clerk, ['large', 'guest-2']), picturesCome(call.official, ['large', 'guest-2']), picturesCome(lea, ['large', 'desk'])]);

  await call.clerk.getByRole('button', { name: 'Togli dal colloquio: Lea Prova, Interprete LIS' }).click();
  await expect(lea.getByRole('heading', { name: 'Non partecipa più al colloquio' })).toBeVisible();
  await expectAccessible(lea);
  await lea.reload();
  await expect(lea.getByRole('heading', { name: 'Questo invito non vale più' })).toBeVisible();
  await Promise.all([call.clerk, call.official].map((page) => picturesCome(page, ['large'])));
});
