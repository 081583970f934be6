import type { Page } from '@playwright/test';
import { expect } from './desk-fixture.ts';
import type { TestDesk } from './desk-fixture.ts';

export const comune = { name: 'Roccabianca', province: 'PR', code: '034030' } as const;
export const supervisor = { name: 'Elena Conti', passphrase: 'il cavallo mangia la biada' } as const;
export const clerk = { name: 'Paolo Neri', passphrase: 'sette gatti sul tetto blu' } as const;
interface Person {
  readonly name: string;
  readonly passphrase: string;
}

/** Sets the desk up without the screens: its supervisor, and one more clerk; nobody signed in. */
export async function peopleTheDesk(desk: TestDesk, kind: 'PUE' | 'PCS' | 'both' = 'both'): Promise<{ recoveryCode: string }> {
  const { methods } = desk;
  const made = await methods.completeSetup({ comune, kind, supervisorName: supervisor.name, passphrase: supervisor.passphrase });
  const added = await methods.addClerk({ displayName: clerk.name, role: 'clerk', passphrase: clerk.passphrase });
  const confirmed = await methods.confirmRecoveryCode({});
  const left = await methods.signOut({});
  if (!made.ok || !added.ok || !confirmed.ok || !left.ok) throw new Error('the desk could not be set up');
  return made.value;
}

/** Signs the supervisor in without the screens. */
export async function signInDirectly(desk: TestDesk): Promise<void> {
  const described = await desk.methods.describeDesk({});
  const clerkId = described.ok ? described.value.clerks.find(({ displayName }) => displayName === supervisor.name)?.id : undefined;
  const reply = await desk.methods.signIn({ clerkId: clerkId ?? '', passphrase: supervisor.passphrase });
  if (!reply.ok) throw new Error(`nobody could sign in: ${reply.code}`);
}

/** Types somebody's passphrase at the door and goes in. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.getByRole('radio', { name: person.name }).check();
  await page.getByLabel('Frase di accesso', { exact: true }).fill(person.passphrase);
  await page.getByRole('button', { name: 'Entra' }).click();
  await expect(page.getByRole('button', { name: person.name })).toBeVisible();
}

/** A desk with its people, and one of them at work in front of the home screen. */
export async function atWork(page: Page, desk: TestDesk, person: Person = supervisor): Promise<void> {
  await peopleTheDesk(desk);
  await page.goto(desk.address);
  await signIn(page, person);
}
