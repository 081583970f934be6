import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Desk } from '../../../electron/host/desk-methods.ts';
import { deskSetUp, firstSetup, startDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';

const files = ['keyring.json', 'keyring.copy.json'];
const passphrases = ['tre civette sul comò', 'quattro mele e una pera', 'nove barche sul fiume'];

/** What can be done to the accounts of a desk, and to the keyring files under its feet. */
const step = fc.oneof(
  fc.record({ what: fc.constant('reset' as const), clerk: fc.nat(1), passphrase: fc.nat(2) }),
  fc.record({ what: fc.constant('disable' as const), clerk: fc.nat(1) }),
  fc.record({ what: fc.constant('change' as const), clerk: fc.nat(1), passphrase: fc.nat(2) }),
  fc.record({ what: fc.constant('recover' as const), clerk: fc.nat(1), passphrase: fc.nat(2) }),
  fc.record({ what: fc.constant('put-back' as const), age: fc.nat(), over: fc.constantFrom(files, files.slice(0, 1), files.slice(1)) }),
  fc.record({ what: fc.constant('lose' as const), file: fc.constantFrom(...files) }),
  fc.record({ what: fc.constant('restart' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** A desk, what its accounts' passphrases are (undefined: disabled), and every keyring that ever lay in its folder. */
interface Model {
  readonly folder: string;
  readonly recoveryCode: string;
  readonly elena: string;
  readonly clerks: readonly string[];
  readonly current: (string | undefined)[];
  readonly history: Buffer[];
  desk: Desk;
}

const signIn = (desk: Desk, clerkId: string, passphrase: string) => desk.methods.signIn({ clerkId, passphrase });
/** Elena's passphrase never changes: whatever lies in the folder, she gets in, and the folder is put right. */
const asElena = async ({ desk, elena }: Model) => valueOf(signIn(desk, elena, firstSetup.passphrase));

async function take(model: Model, one: Step): Promise<void> {
  const { desk, folder, clerks, current } = model;
  const clerkId = 'clerk' in one ? (clerks[one.clerk] ?? '') : '';
  const passphrase = 'passphrase' in one ? (passphrases[one.passphrase] ?? '') : '';
  const before = 'clerk' in one ? current[one.clerk] : undefined;
  switch (one.what) {
    case 'reset':
      await asElena(model);
      await valueOf(desk.methods.resetPassphrase({ clerkId, passphrase }));
      current[one.clerk] = passphrase;
      break;
    case 'disable':
      await asElena(model);
      await valueOf(desk.methods.disableClerk({ clerkId }));
      current[one.clerk] = undefined;
      break;
    case 'change':
      await asElena(model);
      if (before === undefined) return;
      await valueOf(signIn(desk, clerkId, before));
      await valueOf(desk.methods.changePassphrase({ current: before, next: passphrase }));
      current[one.clerk] = passphrase;
      break;
    case 'recover':
      await asElena(model);
      if (before === undefined) return;
      await valueOf(desk.methods.recoverAccess({ clerkId, recoveryCode: model.recoveryCode, newPassphrase: passphrase }));
      current[one.clerk] = passphrase;
      break;
    case 'put-back':
      for (const name of one.over) writeFileSync(join(folder, name), model.history[one.age % model.history.length] ?? '');
      return;
    case 'lose':
      rmSync(join(folder, one.file), { force: true });
      // Both gone is a lost keyring, which has its own test.
      writeFileSync(join(folder, files.find((name) => name !== one.file) ?? ''), model.history.at(-1) ?? '');
      return;
    case 'restart':
      desk.close();
      model.desk = startDesk(folder);
      return;
  }
  model.history.push(readFileSync(join(folder, 'keyring.json')));
}

/** Which of all passphrases get each clerk in, tried with the folder as it lies and again once it was put right. */
async function whoGetsIn(model: Model): Promise<(readonly string[])[]> {
  const lets: (readonly string[])[] = [];
  for (const clerkId of model.clerks) {
    const good: string[] = [];
    for (const passphrase of passphrases) if ((await signIn(model.desk, clerkId, passphrase)).ok) good.push(passphrase);
    lets.push(good);
  }
  return lets;
}

test('whatever older keyring lies in the folder, only who may gets in, and whoever may does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
      const folder = temporaryFolder();
      const { desk, clerkId: elena, recoveryCode } = await deskSetUp(folder, {}, startDesk);
      const clerks: string[] = [];
      for (const displayName of ['Marco Riva', 'Ada Neri']) clerks.push((await valueOf(desk.methods.addClerk({ displayName, role: 'clerk', passphrase: passphrases[0] ?? '' }))).id);
      const model: Model = { folder, recoveryCode, elena, clerks, current: [passphrases[0], passphrases[0]], history: [readFileSync(join(folder, 'keyring.json'))], desk };
      try {
        for (const one of steps) await take(model, one);
        const atOnce = await whoGetsIn(model);
        atOnce.forEach((good, index) => expect([[], [model.current[index]]]).toContainEqual(good));
        await asElena(model);
        expect(await whoGetsIn(model)).toEqual(model.current.map((passphrase) => (passphrase === undefined ? [] : [passphrase])));
        const keyring = readFileSync(join(folder, 'keyring.json'));
        expect(readFileSync(join(folder, 'keyring.copy.json')).equals(keyring)).toBe(true);
      } finally {
        model.desk.close();
      }
    }),
    { numRuns: 40 },
  );
});
