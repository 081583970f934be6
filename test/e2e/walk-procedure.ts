import type { Locator, Page } from '@playwright/test';
import definition from '../../resources/procedures/naspi/procedure.json' with { type: 'json' };
import naspi from '../../resources/procedures/naspi/it.json' with { type: 'json' };
import type { ProcedureTexts } from '../../shared/procedure/procedure-texts.ts';
import { procedureSchema } from '../../shared/procedure/procedure.ts';
import type { Step } from '../../shared/procedure/procedure.ts';
import { expect } from './desk-fixture.ts';
import { answer, atStep, goOn, receive } from './session-moves.ts';

const { facts, steps } = procedureSchema.parse(definition);

/** A NASpI asked for after a fixed-term contract by somebody with SPID: what to answer, or to write, wherever it is asked. */
const answers: Readonly<Record<string, string>> = {
  need: 'application',
  'end-date': '30/09/2026',
  'job-kind': 'private',
  'end-reason': 'contract-over',
  'thirteen-weeks': 'Sì',
  'resigned-before': 'No',
  'digital-identity': 'spid',
  'can-use-online': 'Sì',
  'has-iban': 'Sì',
  'other-work': 'No',
};

/** Presses the answer to a procedure's question by their ids, whatever its words are today. */
export async function answerFact(page: Page, texts: Pick<ProcedureTexts, 'facts'>, fact: string, option: string): Promise<void> {
  const asked = texts.facts[fact];
  const words = asked?.options === undefined ? option : asked.options[option];
  if (asked === undefined || words === undefined) throw new Error(`no answer ${option} to ${fact}`);
  await answer(page, asked.question, words);
}

/** From the home screen to a day typed in the NASpI and not yet saved. */
export async function typeLastDay(page: Page): Promise<Locator> {
  await receive(page);
  await page.getByRole('button', { name: 'NASpI' }).click();
  await answerFact(page, naspi, 'need', 'application');
  const day = page.getByLabel(naspi.facts['end-date'].question);
  await day.fill('30/09/2026');
  return day;
}

/** Goes through the NASpI, whatever steps it has today, until the one that sends it is on screen; `look` is called at each. */
export async function walkNaspiToSending(page: Page, look: (step: Step) => Promise<void> = async () => undefined): Promise<void> {
  for (let taken = 0; taken < steps.length; taken += 1) {
    const step = await stepOnScreen(page);
    await look(step);
    if (step.kind === 'submission') return;
    await takeStep(page, step);
    await readWarning(page, step);
    await expect(page.locator('.focused-heading')).not.toHaveText(titleOf(step));
  }
  throw new Error('the NASpI was never sent');
}

/** An answer that raises a warning keeps its step on screen until it was read. */
async function readWarning(page: Page, step: Step): Promise<void> {
  const heading = page.locator('.focused-heading');
  const here = heading.filter({ hasText: titleOf(step) });
  const warning = page.getByRole('alert').getByText('Attenzione', { exact: true });
  await expect(heading.filter({ hasNotText: titleOf(step) }).or(warning).first()).toBeVisible();
  if (await here.isVisible()) await goOn(page);
}

const titleOf = (step: Step): string => new Map(Object.entries(naspi.steps)).get(step.id)?.title ?? step.id;

const anyTitle = new RegExp(`^(${steps.map((step) => titleOf(step).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`);

async function stepOnScreen(page: Page): Promise<Step> {
  const heading = page.locator('.focused-heading');
  // Until the first step comes another screen's heading may still stand.
  await expect(heading).toHaveText(anyTitle);
  const title = await heading.textContent();
  const step = steps.find((candidate) => titleOf(candidate) === title);
  if (step === undefined) throw new Error(`no step is called ${title}`);
  await atStep(page, titleOf(step));
  return step;
}

async function takeStep(page: Page, step: Step): Promise<void> {
  const asked = facts.filter((fact) => step.facts?.includes(fact.id));
  for (const fact of asked) {
    const given = answers[fact.id];
    if (given === undefined) throw new Error(`${fact.id} has no answer in this test`);
    if (fact.type === 'yes-no' || fact.type === 'choice') await answerFact(page, naspi, fact.id, given);
    else await page.getByLabel(new Map(Object.entries(naspi.facts)).get(fact.id)?.question ?? fact.id).fill(given);
  }
  if (step.kind === 'documents') await markPapers(page);
  const [first, ...more] = asked;
  const goesOnByItself = more.length === 0 && (first?.type === 'yes-no' || first?.type === 'choice');
  if (!goesOnByItself) await goOn(page);
}

/** All seen but the payslips, which cannot be found. */
async function markPapers(page: Page): Promise<void> {
  const papers = page.getByRole('group').filter({ has: page.getByRole('button', { name: 'Non può averlo' }) });
  for (const paper of await papers.all()) await markPaper(paper);
}

async function markPaper(paper: Locator): Promise<void> {
  const isPayslips = (await paper.textContent())?.startsWith(naspi.documents.payslips.name);
  const mark = paper.getByRole('button', { name: isPayslips ? 'Non lo trova' : 'Visto', exact: true });
  await mark.click();
  await expect(mark).toHaveAttribute('aria-pressed', 'true');
}
